import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { FAULT_IDS } from './model/fault-ids'
import type { SeedResult } from './model/seed-result'
import type { SizeName } from './model/sizes'
import { FORBIDDEN } from './model/violations'
import type { Turn } from './run-seeds'

/** Everything that a result depends on, besides the project's own configuration. */
export const CAMPAIGN_SOURCES = [
  ...['app/api', 'db', 'e2e/faults', 'lib', 'messages', 'sandbox', 'scripts', 'testing'],
]

const count = z.int().min(0)
const counts = z.record(z.string(), count)
const times = z.array(z.number())
const resultSchema: z.ZodType<SeedResult> = z.strictObject({
  provider: z.enum(PROVIDERS),
  seed: count,
  operations: count,
  sends: count,
  faults: z.partialRecord(z.enum(FAULT_IDS), count),
  outcomes: counts,
  replies: counts,
  settleMs: times,
  lostMs: times,
  violations: z.array(
    z.strictObject({
      kind: z.enum(FORBIDDEN),
      operationId: z.string().nullable(),
      what: z.string(),
      fault: z.enum(FAULT_IDS).nullable(),
    }),
  ),
  durationMs: z.number(),
})

/**
 * The results of the finished seeds of one code and one size, a file each, for a run in several
 * sittings. A file names its code and size, so that one of another never counts.
 */
export class FinishedSeeds {
  readonly folder: string
  readonly #schema: z.ZodType<{ readonly result: SeedResult }>

  /** @param code the hash of the sources that make the results */
  constructor(
    root: string,
    readonly code: string,
    private readonly size: SizeName,
  ) {
    this.folder = path.join(root, code.slice(0, 16), size)
    this.#schema = z.strictObject({
      code: z.literal(code),
      size: z.literal(size),
      result: resultSchema,
    })
  }

  /** The kept results of these turns; a file that is damaged, or of anything else, counts as none. */
  find(turns: readonly Turn[]): readonly SeedResult[] {
    return turns.flatMap(({ seed, participant: { provider } }) => {
      const parsed = this.#schema.safeParse(this.#contentOf(seed))
      const result = parsed.data?.result
      return result?.seed === seed && result.provider === provider ? [result] : []
    })
  }

  /** Keeps the result of a seed that has run to its end: whole, or not at all. */
  keep(result: SeedResult): void {
    mkdirSync(this.folder, { recursive: true })
    const file = this.#fileOf(result.seed)
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify({ code: this.code, size: this.size, result }))
    renameSync(draft, file)
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  #fileOf(seed: number): string {
    return path.join(this.folder, `seed-${seed}.json`)
  }

  #contentOf(seed: number): unknown {
    try {
      return JSON.parse(readFileSync(this.#fileOf(seed), 'utf8'))
    } catch {
      return undefined
    }
  }
}
