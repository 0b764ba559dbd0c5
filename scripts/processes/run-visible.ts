import { forgetGroup, rememberGroup, signalGroup } from './groups'
import { startInOwnGroup } from './own-group'
import type { Environment } from './run-command'
import { stopBeforeExit } from './shutdown'

/** Time that a program has to tidy up after SIGINT before its group is killed. */
const TIDY_LIMIT_MS = 15_000

/**
 * Runs a program to its end with its output on our screen. At the time limit, and when this
 * process is stopped, it is interrupted as by Ctrl-C so that it can tidy up, then killed.
 * @returns its exit code; null when it was stopped
 */
export async function runVisible(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: Environment; timeoutMs: number },
): Promise<number | null> {
  const child = startInOwnGroup(command, args, {
    cwd: options.cwd,
    env: options.env as NodeJS.ProcessEnv,
    stdout: 'inherit',
    stderr: 'inherit',
  })
  const { pid } = child
  if (pid === undefined) throw new Error((await child).originalMessage)
  rememberGroup(pid)

  const interrupt = stopBeforeExit(async () => {
    const kill = setTimeout(() => signalGroup(pid, 'SIGKILL'), TIDY_LIMIT_MS)
    signalGroup(pid, 'SIGINT')
    await child
    clearTimeout(kill)
  })
  const timer = setTimeout(() => {
    console.error(`Stopped after ${Math.round(options.timeoutMs / 1000)} s, its time limit.`)
    void interrupt()
  }, options.timeoutMs)
  const { exitCode } = await child
  clearTimeout(timer)
  forgetGroup(pid)
  return exitCode ?? null
}
