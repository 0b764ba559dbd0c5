import { startChild, type Child } from '@/scripts/processes/child'
import { inProject, projectFolder, runTypeScript } from '@/scripts/project'
import type { Level, LevelName } from './level'
import type { Work } from './people'
import type { Order } from './worker'

const START_LIMIT_MS = 60_000
const ROUND_LIMIT_MS = 120_000

/** A level that runs in a process of its own, with these variables besides our own. */
export async function startWorkerLevel(
  name: Exclude<LevelName, 'action'>,
  environment: Readonly<Record<string, string>>,
): Promise<{ level: Level; child: Child }> {
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
  const round: Level['round'] = async (durationMs, people, payments) => {
    const order: Order = { durationMs, people, payments: [...payments] }
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: JSON.stringify(order),
      signal: AbortSignal.timeout(ROUND_LIMIT_MS),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`The round of ${name} failed: ${text}`)
    return JSON.parse(text) as Work
  }
  return { level: { name, pid: child.pid, round }, child }
}
