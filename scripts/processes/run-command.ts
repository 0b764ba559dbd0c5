import { forgetGroup, rememberGroup, signalGroup } from './groups'
import { startInOwnGroup } from './own-group'

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
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const child = startInOwnGroup(command, args, {
    cwd: options.cwd ?? process.cwd(),
    env: (options.env ?? process.env) as NodeJS.ProcessEnv,
    all: true,
    ...options.user,
  })
  const { pid } = child
  if (pid === undefined) {
    const { originalMessage = 'the reason is unknown', cause } = await child
    throw new Error(`${command} cannot be started: ${originalMessage}`, { cause })
  }
  rememberGroup(pid)
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    signalGroup(pid, 'SIGKILL')
  }, options.timeoutMs)
  const { exitCode, all } = await child
  clearTimeout(timer)
  forgetGroup(pid)
  return { code: exitCode ?? null, output: all, timedOut }
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
