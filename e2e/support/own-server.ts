import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { anyFreePort } from '@/scripts/ports'
import { projectFolder } from '@/scripts/project'
import { world } from './journey'

const LIMIT_MS = 100_000

/** One more server of the application beside the world's, started as people start it. */
export interface OwnServer {
  readonly url: string
  readonly port: number
  /** npm itself. */
  readonly npm: ChildProcess
  /** All that it has printed so far. */
  output(): string
  /** Resolves with npm's exit code once npm and everything that shares its output are gone. */
  readonly ended: Promise<number | null>
}

/** Runs `npm start` on the world's database, and waits until it answers. */
export async function startOwnServer(): Promise<OwnServer> {
  const { databaseUrl, encryptionKey, sandboxUrl } = world()
  const port = await anyFreePort()
  const environment = appEnvironment({
    databaseUrl,
    encryptionKey,
    authSecret: randomSecret(),
    port,
    sandboxUrl,
    logLevel: 'info',
  })
  const npm = spawn('npm', ['start'], {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on('data', (part: Buffer) => (printed += part.toString()))
  }
  const ended = new Promise<number | null>((resolve) => npm.once('close', resolve))
  const url = `http://localhost:${port}`
  await untilAlive(`${url}/api/health/live`, () => printed)
  return { url, port, npm, ended, output: () => printed }
}

async function untilAlive(address: string, output: () => string): Promise<void> {
  const deadline = Date.now() + LIMIT_MS
  while (Date.now() < deadline) {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (response?.ok === true) return
    await sleep(100)
  }
  throw new Error(`npm start did not answer. It printed:\n${output()}`)
}
