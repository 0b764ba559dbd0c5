import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import { mapTree, type Mapped } from './mapper'
import { buildTree, isStray, ROOT_TYPES } from './payment-tree'
import type { UnreadEntry } from './read-entries'
import type { OppwaEntry } from './schema'
import type { OppwaSettings } from './settings'

/**
 * The payments of a page of the list, each by itself: what is wrong with one leaves the others as
 * they are. A payment with an operation that makes no sense has no totals, and is malformed as well.
 */
export function mapPage(
  entries: readonly OppwaEntry[],
  unread: readonly UnreadEntry[],
  settings: OppwaSettings,
): { snapshots: readonly TransactionSnapshot[]; malformed: readonly MalformedEntry[] } {
  const strays = entries.filter(isStray)
  const placed = entries.filter((entry) => !isStray(entry))
  const snapshots: TransactionSnapshot[] = []
  const malformed: MalformedEntry[] = [
    ...strays.map(({ id }) => malformedEntry(id, 'the operation refers to nothing')),
    ...unread.map(({ id, problem }) => malformedEntry(id, problem)),
  ]
  for (const { id, paymentType } of placed) {
    if (!ROOT_TYPES.includes(paymentType)) continue
    const mapped = mapPayment(placed, unread, id, settings)
    if (mapped.ok) snapshots.push(mapped.snapshot)
    else malformed.push(malformedEntry(id, mapped.problem))
  }
  return { snapshots, malformed }
}

function mapPayment(
  entries: readonly OppwaEntry[],
  unread: readonly UnreadEntry[],
  id: string,
  settings: OppwaSettings,
): Mapped {
  const built = buildTree(entries, id, settings)
  if (!built.ok) return built
  const ids = new Set(built.tree.entries.map(({ entry }) => entry.id))
  const gap = unread.find(({ referencedId }) => referencedId !== null && ids.has(referencedId))
  if (gap === undefined) return mapTree(built.tree, settings)
  return { ok: false, problem: `an operation makes no sense (${gap.problem})` }
}

function malformedEntry(providerTransactionId: string | null, problem: string): MalformedEntry {
  return { providerTransactionId, problem }
}
