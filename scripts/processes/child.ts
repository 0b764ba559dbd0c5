import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { forgetGroup, rememberGroup, signalGroup } from './groups'
import { recordChild } from './orphans'
import { startInOwnGroup } from './own-group'
import { type Environment, lastLines } from './run-command'
import { isStopping, stopBeforeExit } from './shutdown'

/** Time that a child has to end after SIGTERM before its whole group is killed. */
const STOP_LIMIT_MS = 8_000

export interface ChildSpec {
  /** Its name for people, for instance `sandbox`. */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: Environment
  readonly cwd: string
  /** The file of its output; an earlier file is replaced. */
  readonly logFile: string
}

export interface Child {
  readonly name: string
  readonly pid: number
  /** The first line of output that `read` makes something of; rejects when the child ends first. */
  firstLine<T>(read: (line: string) => T | undefined, timeoutMs: number): Promise<T>
  /** Resolves with a sentence when the child ends without having been asked to. */
  readonly endedByItself: Promise<string>
  stop(): Promise<void>
}

/**
 * Starts a long-running child in a process group of its own; it is stopped with this process.
 * Its own group keeps it from the terminal's Ctrl-C, so that things stop in our order.
 */
export function startChild(spec: ChildSpec): Child {
  mkdirSync(path.dirname(spec.logFile), { recursive: true })
  const log = createWriteStream(spec.logFile, { mode: 0o600 })
  const child = startInOwnGroup(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env as NodeJS.ProcessEnv,
    stdout: ['pipe', log],
    stderr: ['pipe', log],
    buffer: false,
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`The ${spec.name} cannot be started: ${spec.command}`)
  rememberGroup(pid)
  void recordChild(pid)

  const lines = createInterface({ input: child.stdout })
  let requested = false
  const ended = child.then(({ exitCode, signal }) => {
    forgetGroup(pid)
    const tail = lastLines(readFileSync(spec.logFile, 'utf8'))
    const how = signal ? `by ${signal}` : `with exit code ${exitCode}`
    return `The ${spec.name} ended by itself ${how}. The end of ${spec.logFile}:\n${tail}`
  })
  const endedByItself = new Promise<string>((resolve) => {
    void ended.then((sentence) => {
      if (!requested && !isStopping()) resolve(sentence)
    })
  })

  const stop = stopBeforeExit(async () => {
    requested = true
    const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), STOP_LIMIT_MS)
    signalGroup(pid, 'SIGTERM')
    await ended
    clearTimeout(timer)
  })

  return {
    name: spec.name,
    pid,
    endedByItself,
    stop,
    firstLine: (read, timeoutMs) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`The ${spec.name} was not ready within ${timeoutMs / 1000} s.`))
        }, timeoutMs)
        const listen = (line: string) => {
          const value = read(line)
          if (value === undefined) return
          clearTimeout(timer)
          lines.off('line', listen)
          resolve(value)
        }
        lines.on('line', listen)
        void ended.then((sentence) => {
          clearTimeout(timer)
          reject(new Error(sentence))
        })
      }),
  }
}
