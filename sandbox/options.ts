import { parseArgs } from 'node:util'
import { z } from 'zod'

/** The start options of a sandbox. */
export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
  /** Folder of the ledger; null keeps it in memory only. */
  readonly dataDir: string | null
  /** True when a new ledger gets sample transactions. */
  readonly seed: boolean
  /** Date the sample data ends at; by default the ledger's first start. */
  readonly anchor?: Date | undefined
}

export const DEFAULT_OPTIONS: SandboxOptions = {
  port: 4010,
  host: '127.0.0.1',
  dataDir: '.paydesk/sandbox',
  seed: true,
}

/** The command line or environment cannot be used; the message is one sentence for a person. */
export class OptionsError extends Error {}

const USAGE = 'use --port N, --host ADDRESS, --data DIR|none, --seed on|off, --now ISO-DATE'

const valuesSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535),
  host: z.string().min(1),
  data: z.string().min(1),
  seed: z.enum(['on', 'off']),
  now: z.iso.datetime({ offset: true }).optional(),
})

/**
 * Reads flags and, where a flag is missing, the variables SANDBOX_PORT, SANDBOX_HOST, SANDBOX_DATA,
 * SANDBOX_SEED and SANDBOX_NOW. Throws OptionsError for unknown flags and invalid values.
 */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SandboxOptions {
  const flags = parseFlags(args)
  const parsed = valuesSchema.safeParse({
    port: flags.port ?? environment['SANDBOX_PORT'] ?? DEFAULT_OPTIONS.port,
    host: flags.host ?? environment['SANDBOX_HOST'] ?? DEFAULT_OPTIONS.host,
    data: flags.data ?? environment['SANDBOX_DATA'] ?? DEFAULT_OPTIONS.dataDir,
    seed: flags.seed ?? environment['SANDBOX_SEED'] ?? 'on',
    now: flags.now ?? environment['SANDBOX_NOW'],
  })
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new OptionsError(`The value of --${name} cannot be used; ${USAGE}.`)
  }
  const { port, host, data, seed, now } = parsed.data
  return {
    port,
    host,
    dataDir: data === 'none' ? null : data,
    seed: seed === 'on',
    ...(now !== undefined && { anchor: new Date(now) }),
  }
}

function parseFlags(args: readonly string[]): Record<string, string | undefined> {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: { port: text, host: text, data: text, seed: text, now: text },
    }).values
  } catch {
    throw new OptionsError(`The command line is not understood; ${USAGE}.`)
  }
}
