import { runVisible } from '../processes/run-visible'
import { projectFolder, runTypeScript } from '../project'
import { type PartResult, singleResult } from './results'

const LIMIT_MS = 15 * 60_000

/** Runs a sample of the fault campaign, one short seed of one provider: green or red as a whole. */
export async function runFaultCampaign(extraArgs: readonly string[]): Promise<PartResult> {
  const begun = Date.now()
  console.log('\nFault campaign, a sample')
  const args = runTypeScript('e2e/faults/run.ts', ['--size', 'sample', ...extraArgs])
  const code = await runVisible(process.execPath, args, {
    cwd: projectFolder,
    env: process.env,
    timeoutMs: LIMIT_MS,
  })
  return singleResult('Fault campaign', code === 0, Date.now() - begun)
}
