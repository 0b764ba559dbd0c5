import { LIMITS } from '@/lib/config/limits'
import type { TransactionLocator } from '../../port'
import type { OppwaEntry } from '../schema'
import type { PaymentTree } from './payment-tree'

/** A payment as the reports showed it. */
export interface FoundTree {
  readonly ok: true
  readonly tree: PaymentTree
  /** Separate payments made by the requested operation. */
  readonly separateEvents: readonly OppwaEntry[]
  /** The channel of the payment: its operations must use the same (§3). */
  readonly entityId: string
  readonly readAtMs: number
}

/** Trees are forgotten in bulk when there are this many: far more than people work on at once. */
const TREES_KEPT = 1_000

/**
 * The trees that this client read last, for operations that come when the provider allows no more
 * reads (§9).
 */
export class RecentTrees {
  readonly #trees = new Map<string, FoundTree>()

  constructor(private readonly nowMs: () => number) {}

  /** Keeps a tree, unless it shows less than the one before: reports may lag. */
  remember(found: FoundTree): void {
    const { root, entries } = found.tree
    const before = this.#trees.get(root.entry.id)
    if (before !== undefined && before.tree.entries.length > entries.length) return
    if (this.#trees.size >= TREES_KEPT) this.#trees.clear()
    this.#trees.set(root.entry.id, found)
  }

  /**
   * The tree as it was last read, if that was within the minute of the limit and it shows all that
   * is stored of the payment, each event in the state that is stored; null where another reader
   * knows more. A failed event may be missing: one that was under way vanishes when it fails.
   */
  recall({
    providerTransactionId,
    knownEvents = 0,
    history,
  }: TransactionLocator): FoundTree | null {
    const found = this.#trees.get(providerTransactionId)
    if (found === undefined || found.tree.entries.length < knownEvents) return null
    if (this.nowMs() - found.readAtMs > LIMITS.provider.readLimitWindowMs) return null
    const states = new Map(found.tree.entries.map(({ entry, state }) => [entry.id, state]))
    const isBehind = (history ?? []).some(
      ({ providerEventId, state }) => (states.get(providerEventId) ?? 'failed') !== state,
    )
    return isBehind ? null : found
  }
}
