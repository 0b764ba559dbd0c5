import type { ClaimedOperation } from '@/db/queries/operations/claim-operations'
import { LIMITS } from '@/lib/config/limits'
import { amountToShow, attributeByEvents } from '@/lib/domain/evidence/attribution'
import { attributeByTotals } from '@/lib/domain/evidence/attribution-by-totals'
import { hasUnattributedChange } from '@/lib/domain/evidence/unattributed-change'
import type { OperationState } from '@/lib/domain/operation/outcome'
import { refusalOf } from '@/lib/domain/operation/refusal'
import type { StatusDetail, CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import type {
  RetryAdvice,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type { ProviderFeatures } from '@/lib/providers/port'

/** The meaning of one read of the provider for an open operation. */
export type Evidence =
  | {
      readonly kind: 'settled'
      readonly state: OperationState
      readonly message: StatusDetail | null
      readonly refusalCode: string | null
      readonly retry: RetryAdvice | null
      readonly providerReference: string | null
      /** The event that was recognised by the totals alone. */
      readonly ownEventId: string | null
    }
  | OpenEvidence

/** A read that settles nothing. */
export interface OpenEvidence {
  readonly kind: 'open'
  /** True when the read counts among those that prove absence. */
  readonly absent: boolean
  /** True when the provider shows that it has accepted the operation, which absence can't undo. */
  readonly isAccepted: boolean
  readonly found: CodedStatusDetail
  /** Milliseconds after which a read can prove more; null where only waiting helps. */
  readonly againMs: number | null
}

/** Consecutive reads without the operation that prove it never happened. */
const ABSENT_READS_NEEDED = 2
const { absenceReadSpacingMs } = LIMITS.repair

/**
 * Interprets a read for an operation (I8, I9). Our own event decides where the provider echoes our
 * reference, and without one a change that looks like ours goes to people; else the totals are
 * compared with those stored before sending, and a change that doesn't fit goes to people. Absence
 * is proof only when the sender is gone and on two reads past the settle window, and never of what
 * the provider leaves out of its history, nor when the read shows less than is known already.
 * Another currency goes to people at once (I12). `separateEvents` are those of a standalone
 * operation.
 */
export function interpretRead(
  operation: ClaimedOperation,
  snapshot: TransactionSnapshot,
  features: ProviderFeatures,
  separateEvents: readonly TransactionEvent[] = [],
): Evidence {
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
    case 'absent':
      if (snapshot.events.length < operation.eventCount) return open({ code: 'history_lags' })
      return features.echoesReference.includes(operation.kind)
        ? interpretAbsence(operation, snapshot, features, null)
        : interpretWithoutReference(operation, snapshot, features)
  }
}

/** For providers that echo nothing: the totals stored before sending decide. */
function interpretWithoutReference(
  operation: ClaimedOperation,
  snapshot: TransactionSnapshot,
  features: ProviderFeatures,
): Evidence {
  const verdict = attributeByTotals(operation, snapshot)
  switch (verdict.kind) {
    case 'succeeded':
      return settled('succeeded', null, {
        providerReference: verdict.event?.providerReference ?? null,
        ownEventId: verdict.event?.providerEventId ?? null,
      })
    case 'differs':
      return settled('needs_review', { code: 'changed_unexplained' })
    case 'pending':
      return open({ code: 'still_working' })
    case 'untold':
      return open({ code: 'history_lags' })
    case 'failed':
      return operation.state === 'pending'
        ? refused(verdict.event, verdict.event.providerEventId)
        : interpretAbsence(operation, snapshot, features, verdict.event)
    case 'unchanged':
      return interpretAbsence(operation, snapshot, features, null)
  }
}

/**
 * `failure` is one that looks like the operation's own; it proves as little as nothing at all. A
 * read counts only once the settle window has passed since nothing of the send can leave any more.
 */
function interpretAbsence(
  operation: ClaimedOperation,
  snapshot: TransactionSnapshot,
  features: ProviderFeatures,
  failure: TransactionEvent | null,
): Evidence {
  if (operation.state === 'pending') return open({ code: 'no_result_yet' })
  if (operation.senderAlive) return open({ code: 'sender_alive' })
  const windowLeftMs = features.settleWindowMs - (operation.sinceSendOverMs ?? 0)
  if (snapshot.historyGaps.some((gap) => gap === operation.kind)) {
    return windowLeftMs <= 0
      ? settled('needs_review', { code: 'never_told' })
      : open({ code: 'not_told' }, { againMs: windowLeftMs })
  }
  if (windowLeftMs > 0) return open({ code: 'no_trace_so_far' }, { againMs: windowLeftMs })
  if (!operation.isDue || operation.absentReads + 1 < ABSENT_READS_NEEDED) {
    return open({ code: 'no_trace_so_far' }, { absent: true, againMs: absenceReadSpacingMs })
  }
  if (failure !== null) return refused(failure, failure.providerEventId)
  return hasUnattributedChange(operation, snapshot)
    ? settled('needs_review', { code: 'changed_unexplained' })
    : settled('not_sent', { code: 'no_trace' })
}

function open(found: CodedStatusDetail, rest: Partial<OpenEvidence> = {}): OpenEvidence {
  return { kind: 'open', absent: false, isAccepted: false, againMs: null, ...rest, found }
}

function refused(event: TransactionEvent, ownEventId: string | null = null): Evidence {
  const { code, message, retry } = refusalOf(event)
  return settled('refused', message, { refusalCode: code, retry, ownEventId })
}

function settled(
  state: OperationState,
  message: StatusDetail | null,
  rest: {
    readonly refusalCode?: string
    readonly retry?: RetryAdvice
    readonly providerReference?: string | null
    readonly ownEventId?: string | null
  } = {},
): Evidence {
  return {
    kind: 'settled',
    state,
    message,
    refusalCode: rest.refusalCode ?? null,
    retry: rest.retry ?? null,
    providerReference: rest.providerReference ?? null,
    ownEventId: rest.ownEventId ?? null,
  }
}
