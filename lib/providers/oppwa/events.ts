import type { EventKind, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { buildTree, type PaymentTree, type TreeEntry } from './entries/payment-tree'
import { entryMeaning } from './entries/result-meaning'
import { resultGroup } from './entries/result-groups'
import { resultWords, retryAdvice, TEST_MODE_ONLY } from './errors'
import type { OppwaEntry } from './schema'
import type { OppwaSettings } from './settings'

const KINDS: Readonly<Record<string, EventKind>> = {
  PA: 'authorize',
  CP: 'capture',
  DB: 'capture',
  'PA.CP': 'capture',
  RB: 'capture',
  RC: 'capture',
  RF: 'refund',
  CD: 'refund',
  RV: 'void',
  CB: 'chargeback',
  CR: 'chargeback_reversal',
}

/**
 * The entries of a tree as events: each operation is one, known by the reference sent with it
 * (§10).
 */
export function mapEvents(tree: PaymentTree): readonly TransactionEvent[] {
  const createdAt = tree.root.entry.timestamp ?? null
  return tree.entries.map((one) => mapEvent(one, createdAt))
}

/**
 * Payments of their own that one of our operations made, such as a stand-alone credit, as events
 * besides those of the payment for which it was requested. None where they cannot be read.
 */
export function mapApart(
  tree: PaymentTree,
  separateEvents: readonly OppwaEntry[],
  settings: Pick<OppwaSettings, 'environment'>,
): readonly TransactionEvent[] {
  const root = tree.root.entry
  const beside = separateEvents.map((entry) => ({ ...entry, referencedId: root.id }))
  const built = buildTree([root, ...beside], root.id, settings)
  return built.ok ? mapEvents(built.tree).slice(1) : []
}

function mapEvent(one: TreeEntry, createdAt: Date | null): TransactionEvent {
  const { entry } = one
  return {
    providerEventId: entry.id,
    kind: KINDS[entry.paymentType] ?? 'other',
    providerKind: one.targetType === null ? entry.paymentType : kindOf(one, one.targetType),
    state: one.state,
    amountMinor: one.amountMinor,
    lines: [],
    reference: entry.merchantTransactionId ?? null,
    operationId: null,
    providerReference: entry.id,
    error: errorOf(one),
    occurredAt: entry.timestamp ?? createdAt,
    closes: [],
  }
}

/** A reversal says what it reverses: of an authorization it releases, of a capture it pays back. */
function kindOf({ entry }: TreeEntry, targetType: string): string {
  return entry.paymentType === 'RV' ? `RV of ${targetType}` : entry.paymentType
}

/** The reason of a failure, of a result that stays unknown, or of a chargeback. */
function errorOf({ entry, state }: TreeEntry): TransactionEvent['error'] {
  const { result, paymentType } = entry
  const isReason = state === 'succeeded' && resultGroup(result.code) === 'chargeback'
  if (state !== 'failed' && state !== 'unknown' && !isReason) return null
  const meaning = entryMeaning(paymentType, result.code)
  if (isReason) {
    return { code: result.code, message: resultWords(result), retry: { kind: 'not_said' } }
  }
  if (meaning === 'done' || meaning === 'done_review') return TEST_MODE_ONLY
  return { code: result.code, message: resultWords(result), retry: retryAdvice(meaning) }
}
