import type { ClaimedOperation } from '@/db/queries/operations/claim-operations'
import { LIMITS } from '@/lib/config/limits'
import { amountToShow, attributeByEvents, vanishedEvents } from '@/lib/domain/evidence/attribution'
import { isUnchanged } from '@/lib/domain/evidence/attribution-by-totals'
import {
  changeOf,
  describeDifference,
  doubtedRefusal,
  lostBesideChange,
  mayBeDone,
  oursOrAnothers,
  refusedOrDone,
  refusedWithChange,
} from '@/lib/domain/evidence/change-details'
import { completeRead, interpretTotals } from '@/lib/domain/evidence/interpret-totals'
import { hasUnattributedChange } from '@/lib/domain/evidence/unattributed-change'
import type {
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type { ProviderFeatures } from '@/lib/providers/port'
import { open, refused, settled, type Evidence } from './evidence'

/** Consecutive reads without the operation that prove it never happened. */
const ABSENT_READS_NEEDED = 2
const { absenceReadSpacingMs } = LIMITS.repair

/**
 * Interprets a read for an operation (I8, I9). Our own event decides where the provider echoes our
 * reference, or is stored as ours, and without one a change that looks like ours goes to people;
 * else the totals are compared with those stored before sending, and a change that doesn't fit, or
 * fits another's doing as well, goes to people. Absence is proof only when the sender is gone and on
 * two reads past the settle window, and never of what the provider leaves out of its history, nor
 * when the read shows less than is known already, but for what was only under way. Another currency
 * goes to people at once (I12). `separateEvents` are those of a standalone operation.
 */
export function interpretRead(
  operation: ClaimedOperation,
  shown: TransactionSnapshot,
  features: ProviderFeatures,
  separateEvents: readonly TransactionEvent[] = [],
): Evidence {
  const snapshot = completeRead(shown, operation)
  if (snapshot.currency !== operation.currency) {
    return settled('needs_review', { code: 'other_currency' })
  }
  const marks = { operationId: operation.id, reference: operation.reference }
  const verdict = attributeByEvents(
    [...snapshot.events, ...separateEvents],
    marks,
    amountToShow(operation),
  )
  switch (verdict.kind) {
    case 'succeeded':
      return settled('succeeded', null, { providerReference: verdict.event.providerReference })
    case 'refused':
      return refused(verdict.event)
    case 'contradiction':
      return settled('needs_review', verdict.problem)
    case 'pending':
      return open({ code: 'still_working' }, { isAccepted: true })
    case 'unknown':
      return open({ code: 'no_clear_result', values: { code: verdict.event.error?.code ?? '–' } })
    case 'absent':
      if (isShorter(operation, snapshot)) return open({ code: 'history_lags' })
      return features.echoesReference.includes(operation.kind)
        ? interpretAbsence(operation, snapshot, features)
        : interpretWithoutReference(operation, snapshot, features)
  }
}

/** True when a read shows less than is known; what was only under way may vanish when it fails. */
function isShorter(
  { eventCount, storedEvents }: ClaimedOperation,
  snapshot: TransactionSnapshot,
): boolean {
  const vanished = vanishedEvents(snapshot, storedEvents).filter(({ state }) => state === 'pending')
  return snapshot.events.length + vanished.length < eventCount
}

/**
 * For providers that echo nothing: the totals stored before sending decide. An explicit refusal that
 * an earlier read seemed to contradict stands at once where another's change explains what that read
 * showed; where nothing is shown, this read may lag behind (I8). So may the history behind sums that
 * moved without an entry: what a pending capture claims is not available, though not captured yet.
 */
function interpretWithoutReference(
  operation: ClaimedOperation,
  snapshot: TransactionSnapshot,
  features: ProviderFeatures,
): Evidence {
  const { currency, message } = operation
  const verdict = interpretTotals(operation, snapshot, features.ownUser)
  const refusal = doubtedRefusal(message)
  if (refusal !== null && !mayBeDone(verdict)) {
    const change = changeOf(verdict)
    if (change === null) return interpretAbsence(operation, snapshot, features)
    const reason = refusedWithChange(refusal.said, change, currency)
    return settled('refused', reason, { refusalCode: refusal.code })
  }
  switch (verdict.kind) {
    case 'succeeded':
      return settled('succeeded', null, {
        providerReference: verdict.event?.providerReference ?? null,
        ownEventId: verdict.event?.providerEventId ?? null,
      })
    case 'ambiguous': {
      const { event } = verdict
      const detail =
        refusal === null
          ? oursOrAnothers(event, currency)
          : refusedOrDone(refusal.said, event, currency)
      return settled('needs_review', detail)
    }
    case 'differs': {
      const leftMs = windowLeftMs(operation, features)
      return verdict.event === null && leftMs > 0
        ? open({ code: 'history_lags' }, { againMs: leftMs })
        : settled('needs_review', describeDifference(verdict, currency))
    }
    case 'pending':
      return open({ code: 'still_working' })
    case 'untold':
      return open({ code: 'history_lags' })
    case 'failed':
      return operation.state === 'pending'
        ? refused(verdict.event, verdict.event.providerEventId)
        : interpretAbsence(operation, snapshot, features, { failure: verdict.event })
    case 'elsewhere':
      return interpretAbsence(operation, snapshot, features, { change: verdict.event })
    case 'unchanged':
      return interpretAbsence(operation, snapshot, features)
  }
}

/** The history of a payment besides the operation that it does not show. */
interface Besides {
  /** A failure that looks like the operation's own; it proves as little as nothing at all. */
  readonly failure?: TransactionEvent
  /** The newest change that was made elsewhere; people see it with the operation. */
  readonly change?: TransactionEvent
}

/**
 * A read counts only once the settle window has passed since nothing of the send can leave any
 * more. What was accepted is absent only if it was shown as under way, is shown no more, and the
 * totals did not move. What was refused and is absent was refused.
 */
function interpretAbsence(
  operation: ClaimedOperation,
  snapshot: TransactionSnapshot,
  features: ProviderFeatures,
  { failure, change }: Besides = {},
): Evidence {
  if (operation.state === 'pending' && !hasVanished(operation, snapshot, change)) {
    return open({ code: 'no_result_yet' })
  }
  if (operation.senderAlive) return open({ code: 'sender_alive' })
  const leftMs = windowLeftMs(operation, features)
  if (snapshot.historyGaps.some((gap) => gap === operation.kind)) {
    return leftMs <= 0
      ? settled('needs_review', { code: 'never_told' })
      : open({ code: 'not_told' }, { againMs: leftMs })
  }
  if (leftMs > 0) return open({ code: 'no_trace_so_far' }, { againMs: leftMs })
  if (!operation.isDue || operation.absentReads + 1 < ABSENT_READS_NEEDED) {
    return open({ code: 'no_trace_so_far' }, { absent: true, againMs: absenceReadSpacingMs })
  }
  if (operation.state === 'pending') {
    return settled('refused', { code: 'vanished' }, { refusalCode: 'vanished' })
  }
  if (failure !== undefined) return refused(failure, failure.providerEventId)
  if (change !== undefined) {
    return settled('needs_review', lostBesideChange(change, operation.currency))
  }
  if (hasUnattributedChange(operation, snapshot)) {
    return settled('needs_review', { code: 'changed_unexplained' })
  }
  const refusal = doubtedRefusal(operation.message)
  return refusal === null
    ? settled('not_sent', { code: 'no_trace' })
    : settled('refused', refusal.said, { refusalCode: refusal.code })
}

/** Milliseconds for which the provider's reads may still lag behind the send; negative past that. */
function windowLeftMs(
  { sinceSendOverMs }: ClaimedOperation,
  { settleWindowMs }: ProviderFeatures,
): number {
  return settleWindowMs - (sinceSendOverMs ?? 0)
}

/** True when the provider showed the operation as under way, and neither it nor its money any more. */
function hasVanished(
  { id, baselineTotals, storedEvents }: ClaimedOperation,
  snapshot: TransactionSnapshot,
  change: TransactionEvent | undefined,
): boolean {
  const wasShown = vanishedEvents(snapshot, storedEvents).some((event) => event.operationId === id)
  return wasShown && (change !== undefined || isUnchanged(baselineTotals, snapshot.totals))
}
