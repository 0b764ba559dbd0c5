import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { anyFreePort } from '@/scripts/ports'
import { projectFolder } from '@/scripts/project'
import { commandArguments } from './bundled-programs'

const READY_LIMIT_MS = 90_000

/** A process of the application's production build, to be stopped or killed by a test. */
export interface Instance {
  readonly url: string
  readonly port: number
  readonly process: ChildProcess
  /** All that it has printed so far. */
  output(): string
  /** Resolves with its exit code once it is gone. */
  readonly ended: Promise<number | null>
}

/** What an instance works with, such as a merchant of its own. */
interface Surroundings {
  readonly databaseUrl: string
  readonly sandbox: { readonly url: string }
}

export interface InstanceOptions {
  /** Variables besides those of a merchant's application. */
  readonly environment?: Readonly<Record<string, string>>
  /** Any free one when it is left out. */
  readonly port?: number
  /** The project folder whose build it runs. */
  readonly folder?: string
}

/**
 * Starts the application without npm, and waits until it is ready. Its keys are those of this process,
 * unless the options name others.
 */
export async function startInstance(
  { databaseUrl, sandbox }: Surroundings,
  { environment = {}, port: wantedPort, folder = projectFolder }: InstanceOptions = {},
): Promise<Instance> {
  const port = wantedPort ?? (await anyFreePort())
  const own = appEnvironment({
    databaseUrl,
    encryptionKey: process.env.PAYDESK_ENCRYPTION_KEY ?? '',
    authSecret: process.env.NEXTAUTH_SECRET ?? randomSecret(),
    port,
    sandboxUrl: sandbox.url,
    logLevel: 'info',
  })
  const start =
    folder === projectFolder ? commandArguments('start') : ['--import', 'tsx', 'scripts/start.ts']
  const child = spawn(process.execPath, start, {
    cwd: folder,
    env: { ...process.env, ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (printed += part.toString()))
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = `http://localhost:${port}`
  await untilReady(
    url,
    () => child.exitCode,
    () => printed,
  )
  return { url, port, process: child, ended, output: () => printed }
}

async function untilReady(
  url: string,
  exitCode: () => number | null,
  output: () => string,
): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS
  while (Date.now() < deadline && exitCode() === null) {
    const signal = AbortSignal.timeout(5_000)
    const response = await fetch(`${url}/api/health/ready`, { signal }).catch(() => null)
    if (response?.ok === true) return
    await sleep(100)
  }
  throw new Error(`the application was not ready. It printed:\n${output()}`)
}
