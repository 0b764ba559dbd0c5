import { setTimeout as sleep } from 'node:timers/promises'
import { reachableHost } from '@/lib/config/local-address'
import { type Child, startChild } from '../processes/child'
import type { Environment } from '../processes/run-command'
import { projectFolder, runTypeScript } from '../project'

const READY_LIMIT_MS = 60_000
const REQUEST_LIMIT_MS = 5_000

export interface ApplicationOptions {
  /** The application's own variables, PORT among them; those of this process are added. */
  readonly environment: Environment
  readonly logFile: string
  /** Arguments that make `node` start it; those of its source when left out. */
  readonly command?: readonly string[]
  /** Where it runs; the project when left out. */
  readonly folder?: string
}

/**
 * Starts the production build of the application and waits until it reports that it is healthy.
 * @throws when it ends before that, or is not healthy in time
 */
export async function startApplication(options: ApplicationOptions): Promise<Child> {
  const env = { ...process.env, ...options.environment }
  const child = startChild({
    name: 'application',
    command: process.execPath,
    args: options.command ?? runTypeScript('scripts/start.ts'),
    env,
    cwd: options.folder ?? projectFolder,
    logFile: options.logFile,
  })
  const ended = child.endedByItself.then((sentence) => {
    throw new Error(sentence)
  })
  const address = `http://${reachableHost(env.HOST || '127.0.0.1')}:${env.PORT}`
  await Promise.race([untilHealthy(`${address}/api/health/ready`), ended])
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
      // The port is not open yet.
    }
    await sleep(50)
  }
  throw new Error(
    `The application was not healthy within ${READY_LIMIT_MS / 1000} s. Its last word: ${answer}`,
  )
}
