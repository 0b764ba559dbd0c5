import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from './processes/child'
import type { Environment } from './processes/run-command'
import { inPackage, projectFolder } from './project'

const READY_LIMIT_MS = 60_000
const REQUEST_LIMIT_MS = 5_000

export interface ApplicationOptions {
  readonly port: number
  /** The application's own variables; those of this process are added. */
  readonly environment: Environment
  readonly logFile: string
}

/**
 * Starts the production build of the application and waits until it reports that it is healthy.
 * @throws when it ends before that, or is not healthy in time
 */
export async function startApplication(options: ApplicationOptions): Promise<Child> {
  const child = startChild({
    name: 'application',
    command: process.execPath,
    args: [inPackage('next/dist/bin/next'), 'start', '-p', String(options.port)],
    env: { ...process.env, ...options.environment, NODE_ENV: 'production' },
    cwd: projectFolder,
    logFile: options.logFile,
  })
  const ended = child.endedByItself.then((sentence) => {
    throw new Error(sentence)
  })
  await Promise.race([untilHealthy(`http://127.0.0.1:${options.port}/api/health`), ended])
  return child
}

async function untilHealthy(address: string): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS
  let answer = 'no answer'
  while (Date.now() < deadline) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(REQUEST_LIMIT_MS) })
      if (response.ok) return
      answer = `${response.status} ${await response.text()}`
    } catch {
      // Nobody listens yet.
    }
    await sleep(50)
  }
  throw new Error(
    `The application was not healthy within ${READY_LIMIT_MS / 1000} s. Its last word: ${answer}`,
  )
}
