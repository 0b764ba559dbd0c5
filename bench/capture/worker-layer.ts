import { startChild, type Child } from '@/scripts/processes/child'
import { inProject, projectFolder, runTypeScript } from '@/scripts/project'
import type { Layer, LayerName } from './layer'
import type { Work } from './people'
import type { RoundRequest } from './worker'

const START_LIMIT_MS = 60_000
const ROUND_LIMIT_MS = 120_000

/** Starts a layer in a process of its own, with these additional variables. */
export async function startWorkerLayer(
  name: Exclude<LayerName, 'action'>,
  environment: Readonly<Record<string, string>>,
): Promise<{ layer: Layer; child: Child }> {
  const child = startChild({
    name,
    command: process.execPath,
    args: runTypeScript('bench/capture/worker.ts', [name]),
    env: { ...process.env, ...environment },
    cwd: projectFolder,
    logFile: inProject('.cache', 'bench', `${name}.log`),
  })
  const port = await child.firstLine(
    (line) => /^worker: (\d+)$/.exec(line)?.[1] ?? undefined,
    START_LIMIT_MS,
  )
  const round: Layer['round'] = async (durationMs, people, payments) => {
    const roundRequest: RoundRequest = { durationMs, people, payments: [...payments] }
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: JSON.stringify(roundRequest),
      signal: AbortSignal.timeout(ROUND_LIMIT_MS),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`The round of ${name} failed: ${text}`)
    return JSON.parse(text) as Work
  }
  return { layer: { name, pid: child.pid, round }, child }
}
