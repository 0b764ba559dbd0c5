import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type CommandResult, runCommand, type SystemUser } from '@/scripts/processes/run-command'
import { inProject } from '@/scripts/project'
import {
  commandIn,
  copiesOf,
  lastOf,
  readDockerfile,
  type Stage,
  variablesOf,
} from '@/testing/dockerfile'

const READY_LIMIT_MS = 60_000
const COMMAND_LIMIT_MS = 60_000
/** Without rights, and not the owner of the files; only root can choose. */
const NOBODY: SystemUser | undefined =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

/** A server that runs as the image says. */
export interface ImageServer {
  readonly pid: number
  /** All that it has printed so far. */
  output(): string
  /** Ends it as Docker does. @returns its exit code, and the milliseconds until it ended */
  stop(): Promise<{ code: number | null; ms: number }>
}

/**
 * What the Dockerfile makes, in a folder of this machine: the files of its COPY lines in the standalone
 * build, its variables and its commands. None of the files can be written, and what runs is another user.
 */
export class Image {
  readonly #stages = readDockerfile(readFileSync(inProject('deploy', 'Dockerfile'), 'utf8'))
  readonly #stage: Stage
  readonly #root = mkdtempSync(path.join(tmpdir(), 'paydesk-image-'))
  readonly #workdir: string

  constructor() {
    const stage = this.#stages.at(-1)
    if (stage === undefined) throw new Error('the Dockerfile has no stage')
    this.#stage = stage
    this.#workdir = path.join(this.#root, lastOf(stage, 'WORKDIR'))
    this.#copyFiles()
    execFileSync('chmod', ['-R', 'a-w,a+rX', this.#root])
  }

  /** Its files with their sizes and the time of their last change, to see that they stay as they are. */
  files(): readonly string[] {
    return readdirSync(this.#root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name)
        const { size, mtimeMs } = statSync(file)
        return `${path.relative(this.#workdir, file)} ${size} ${mtimeMs}`
      })
      .sort()
  }

  /** Runs an operator's command in it, such as `['node', 'paydesk.js', 'migrate']`. */
  run([, ...args]: readonly string[], environment: Record<string, string>): Promise<CommandResult> {
    return runCommand(process.execPath, args, {
      cwd: this.#workdir,
      env: this.#environment(environment),
      user: NOBODY,
      timeoutMs: COMMAND_LIMIT_MS,
    })
  }

  /** Runs its HEALTHCHECK. */
  checkHealth(environment: Record<string, string>): Promise<CommandResult> {
    return this.run(commandIn(lastOf(this.#stage, 'HEALTHCHECK')), environment)
  }

  /** Runs its CMD and waits until the server is ready. */
  async start(environment: Record<string, string>): Promise<ImageServer> {
    const [, ...args] = commandIn(lastOf(this.#stage, 'CMD'))
    const child = spawn(process.execPath, args, {
      cwd: this.#workdir,
      env: this.#environment(environment) as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      uid: NOBODY?.uid,
      gid: NOBODY?.gid,
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => (printed += part.toString()))
    }
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    await untilReady(`http://127.0.0.1:${environment.PORT}/api/health/ready`, () => printed)
    return {
      pid: child.pid ?? 0,
      output: () => printed,
      stop: async () => {
        const beganMs = performance.now()
        child.kill(lastOf(this.#stage, 'STOPSIGNAL') as NodeJS.Signals)
        const code = await ended
        process.off('exit', kill)
        return { code, ms: performance.now() - beganMs }
      },
    }
  }

  /** Runs a line of shell in it, with no variables but those of the image. */
  shell(line: string): Promise<CommandResult> {
    return runCommand('sh', ['-c', line], {
      cwd: this.#workdir,
      env: this.#environment({}),
      user: NOBODY,
      timeoutMs: COMMAND_LIMIT_MS,
    })
  }

  remove(): void {
    execFileSync('chmod', ['-R', 'u+w', this.#root])
    rmSync(this.#root, { recursive: true })
  }

  #copyFiles(): void {
    for (const { from, sources, target } of copiesOf(this.#stage)) {
      const built = this.#stages.find(({ label }) => label === from)
      if (built === undefined) throw new Error(`there is no stage ${from ?? 'without a name'}`)
      for (const source of sources) {
        const there = inProject(path.relative(lastOf(built, 'WORKDIR'), source))
        const options = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true }
        cpSync(there, path.resolve(this.#workdir, target), options)
      }
    }
  }

  /** Nothing of this process but where programs are. */
  #environment(environment: Record<string, string>): Record<string, string | undefined> {
    const { PATH } = process.env
    return Object.assign({ PATH }, variablesOf(this.#stage), environment)
  }
}

/** Waits until the server at this address is ready; throws with what it printed when it is not. */
export async function untilReady(address: string, output: () => string): Promise<void> {
  const endsAtMs = performance.now() + READY_LIMIT_MS
  while (performance.now() < endsAtMs) {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (response?.ok === true) return
    await pause(50)
  }
  throw new Error(`The server is not ready. It printed:\n${output()}`)
}
