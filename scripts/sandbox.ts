import { type Child, startChild } from './processes/child'
import { projectFolder, runTypeScript } from './project'

const READY_LIMIT_MS = 60_000

export interface SandboxOptions {
  /** 0 lets the operating system choose. */
  readonly port: number
  /** The folder of its ledger; in memory only when left out. */
  readonly dataFolder?: string
  readonly extraArgs?: readonly string[]
  readonly logFile: string
  /** A bundle of the sandbox, which starts faster; its source when left out. */
  readonly program?: string | undefined
}

export interface Sandbox {
  /** Its address, without a slash at the end. */
  readonly url: string
  readonly child: Child
}

/**
 * Starts the sandbox of the payment providers and waits until it listens.
 * @throws when it ends before that, or does not listen in time
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const data = options.dataFolder ?? 'none'
  const args = ['--port', String(options.port), '--data', data, ...(options.extraArgs ?? [])]
  const child = startChild({
    name: 'sandbox',
    command: process.execPath,
    args: options.program ? [options.program, ...args] : runTypeScript('sandbox/main.ts', args),
    env: process.env,
    cwd: projectFolder,
    logFile: options.logFile,
  })
  const url = await child.firstLine(readListeningLine, READY_LIMIT_MS)
  return { url, child }
}

/** The address in the line with which the sandbox says that it listens. */
export function readListeningLine(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('sandbox' in value)) return undefined
  if (value.sandbox !== 'listening' || !('url' in value)) return undefined
  return typeof value.url === 'string' ? value.url.replace(/\/$/, '') : undefined
}
