import { spawn } from 'node:child_process'
import { forgetGroup, rememberGroup, signalGroup } from './groups'

/** A user that a command is run as; only root may choose one. */
export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** The variables of a child process. */
export type Environment = Readonly<Record<string, string | undefined>>

export interface CommandOptions {
  readonly timeoutMs: number
  readonly cwd?: string
  readonly env?: Environment
  readonly user?: SystemUser | undefined
  /** Called with each piece of output as it arrives. */
  readonly onOutput?: (text: string) => void
}

export interface CommandResult {
  /** Exit code; null when a signal or the time limit ended the command. */
  readonly code: number | null
  /** Standard output and standard error as they came. */
  readonly output: string
  readonly timedOut: boolean
}

/**
 * Runs a command to its end in a process group of its own, with no input, and collects its output.
 * After `timeoutMs` the whole group is killed.
 * @throws when the command cannot be started at all
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(options.cwd && { cwd: options.cwd }),
      ...(options.env && { env: options.env as NodeJS.ProcessEnv }),
      ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
    })
    let output = ''
    let timedOut = false
    const collect = (chunk: Buffer) => {
      const text = chunk.toString('utf8')
      output += text
      options.onOutput?.(text)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)

    const { pid } = child
    if (pid !== undefined) rememberGroup(pid)
    const timer = setTimeout(() => {
      timedOut = true
      if (pid !== undefined) signalGroup(pid, 'SIGKILL')
    }, options.timeoutMs)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(new Error(`${command} cannot be started: ${error.message}`, { cause: error }))
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (pid !== undefined) forgetGroup(pid)
      resolve({ code, output, timedOut })
    })
  })
}

/**
 * Like `runCommand`, but any end other than exit code 0 is an error that carries the last lines.
 * @returns the output
 */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<string> {
  const result = await runCommand(command, args, options)
  if (result.code === 0) return result.output
  const how = result.timedOut
    ? `did not end within ${Math.round(options.timeoutMs / 1000)} s`
    : `failed with exit code ${result.code}`
  throw new Error(`${command} ${how}\n${lastLines(result.output)}`)
}

/** The last lines of a longer text: where a failing program says why. */
export function lastLines(text: string, count = 25): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
