import { createHash } from 'node:crypto'
import type { Database } from '@/db/client'
import {
  listChainEntries,
  listChainHeads,
  type ChainEntry,
  type ChainHead,
} from '@/db/queries/audit/audit-entries'
import { LIMITS } from '@/lib/config/limits'
import type { ChainProblem } from '@/lib/domain/view/audit-report'

export interface ChainReport {
  readonly streams: number
  readonly entries: number
  /** SHA-256 over all heads, in the order of their streams: one line that stands for everything. */
  readonly digest: string
  /** The newest entry of every stream, to be kept outside the database. */
  readonly heads: readonly ChainHead[]
  /** The first entry that doesn't fit, or null. */
  readonly firstBad: BadEntry | null
}

export interface BadEntry {
  readonly streamId: string
  readonly sequence: number
  readonly problem: ChainProblem
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const PAGE = LIMITS.page.audit

/**
 * Recomputes every hash of the audit trail outside the database and compares order, links and
 * heads. `known` are heads that were exported earlier: each must still be in its chain, so that a
 * chain cut short, or removed with its head, is found too. The entries are read page by page while
 * people go on working: they must hold every head read before them, and no more than the heads
 * read after them.
 */
export async function verifyChains(
  database: Database,
  known: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const chains = new Chains(known, await allHeads(database))
  let after = { streamId: BEFORE_ALL, sequence: 0 }
  for (;;) {
    const page = await listChainEntries(database, after, PAGE)
    for (const entry of page) chains.add(entry)
    const last = page.at(-1)
    if (last === undefined) break
    after = last
  }
  chains.compareHeads(await allHeads(database))
  return chains.report()
}

async function allHeads(database: Database): Promise<readonly ChainHead[]> {
  const heads: ChainHead[] = []
  for (;;) {
    const page = await listChainHeads(database, heads.at(-1)?.streamId ?? BEFORE_ALL, PAGE)
    if (page.length === 0) return heads
    heads.push(...page)
  }
}

/** The chains seen so far, entry by entry. */
class Chains {
  readonly #heads = new Map<string, ChainHead>()
  readonly #known: ReadonlyMap<string, ChainHead>
  /** The heads read before the entries, until their entry is met. */
  readonly #unmet: Map<string, ChainHead>
  #entries = 0
  #firstBad: BadEntry | null = null

  constructor(known: readonly ChainHead[], before: readonly ChainHead[]) {
    this.#known = byStream(known)
    this.#unmet = byStream(before)
  }

  add(entry: ChainEntry): void {
    const { streamId, sequence, hash } = entry
    const before = this.#heads.get(streamId)
    this.#entries += 1
    this.#heads.set(streamId, { streamId, sequence, hash })
    if (this.#unmet.get(streamId)?.hash === hash) this.#unmet.delete(streamId)
    const problem = linkProblem(entry, before) ?? this.#knownProblem(entry)
    if (problem !== null) this.#bad(streamId, sequence, problem)
  }

  compareHeads(after: readonly ChainHead[]): void {
    const stored = byStream(after)
    for (const streamId of new Set([
      ...this.#heads.keys(),
      ...this.#unmet.keys(),
      ...this.#known.keys(),
    ])) {
      const problem = this.#headProblem(streamId, stored.get(streamId))
      if (problem !== null) this.#bad(streamId, this.#heads.get(streamId)?.sequence ?? 0, problem)
    }
  }

  report(): ChainReport {
    const heads = [...this.#heads.values()]
    const digest = createHash('sha256')
    for (const head of heads) digest.update(`${head.streamId}:${head.sequence}:${head.hash}\n`)
    return {
      streams: heads.length,
      entries: this.#entries,
      digest: digest.digest('hex'),
      heads,
      firstBad: this.#firstBad,
    }
  }

  #knownProblem(entry: ChainEntry): ChainProblem | null {
    const known = this.#known.get(entry.streamId)
    if (known?.sequence !== entry.sequence || known.hash === entry.hash) return null
    return 'not_as_exported'
  }

  #headProblem(streamId: string, stored: ChainHead | undefined): ChainProblem | null {
    const newest = this.#heads.get(streamId)
    const known = this.#known.get(streamId)
    if (newest === undefined) return 'chain_missing'
    if (this.#unmet.has(streamId) || !holds(stored, newest)) return 'end_missing'
    if (known !== undefined && known.sequence > newest.sequence) {
      return 'shorter_than_exported'
    }
    return null
  }

  #bad(streamId: string, sequence: number, problem: ChainProblem): void {
    this.#firstBad ??= { streamId, sequence, problem }
  }
}

function byStream(heads: readonly ChainHead[]): Map<string, ChainHead> {
  return new Map(heads.map((head) => [head.streamId, head]))
}

/** True when an entry can be in a chain whose head was read later. */
function holds(head: ChainHead | undefined, entry: ChainHead): boolean {
  return head !== undefined && (head.sequence > entry.sequence || head.hash === entry.hash)
}

function linkProblem(entry: ChainEntry, before: ChainHead | undefined): ChainProblem | null {
  if (entry.sequence !== (before?.sequence ?? 0) + 1) return 'entry_missing'
  if (entry.previousHash !== (before?.hash ?? '')) return 'does_not_follow'
  const hash = createHash('sha256').update(`${entry.previousHash}\n${entry.content}`).digest('hex')
  if (hash !== entry.hash) return 'content_changed'
  // Restoring the data alone let the database date and hash every entry anew.
  return entry.isOutOfTime ? 'dated_anew' : null
}
