import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { inProject } from '@/scripts/project'
import { startSandbox } from '@/scripts/sandbox'
import { SandboxControl } from './sandbox-control'

export interface TestSandbox {
  /** Its origin; the providers' base URLs begin with it. */
  readonly url: string
  readonly control: SandboxControl
  stop(): Promise<void>
}

/**
 * Starts a sandbox of its own for one test file: a process on a free port with a ledger in memory.
 * @param extraArgs further arguments for it, such as `--seed`, `off`
 */
export async function startTestSandbox(extraArgs: readonly string[] = []): Promise<TestSandbox> {
  const logFile = inProject('.cache', 'sandboxes', `${randomUUID()}.log`)
  const program = process.env.TEST_SANDBOX_PROGRAM
  const { url, child } = await startSandbox({ port: 0, extraArgs, logFile, program })
  const stop = async () => {
    await child.stop()
    rmSync(logFile, { force: true })
  }
  return { url, control: new SandboxControl(url), stop }
}
