import type { ClaimedOperation } from '@/db/queries/claim-operations'
import { amountToShow, judgeByEvents } from '@/lib/domain/attribution'
import { judgeByTotals } from '@/lib/domain/attribution-by-totals'
import type { OperationState } from '@/lib/domain/outcome'
import type {
  RetryAdvice,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/transaction-snapshot'
import { refusalOf } from '@/lib/domain/refusal'
import type { Said, Saying } from '@/lib/domain/saying'
import type { ProviderTraits } from '@/lib/providers/port'

/** What one read of the provider means for an open operation. */
export type Finding =
  | {
      readonly kind: 'settled'
      readonly state: OperationState
      readonly message: Said | null
      readonly refusalCode: string | null
      readonly retry: RetryAdvice | null
      readonly providerReference: string | null
      /** The event that was recognised by the totals alone. */
      readonly ownEventId: string | null
    }
  | { readonly kind: 'open'; readonly absent: boolean; readonly found: Saying }

/** Reads without a trace of the operation, apart from each other, that prove it never happened. */
const ABSENT_READS_NEEDED = 2

/**
 * Judges an operation by a read (I8, I9). Our own event decides where the provider echoes our
 * reference; else the totals are compared with those stored before sending, and a change that
 * doesn't fit goes to people. Absence is proof only when the sender is gone, after the settle window
 * and on a second read, and never of what the provider leaves out of its history. `apart` is what the operation did beside
 * the payment.
 */
export function judgeRead(
  operation: ClaimedOperation,
  snapshot: TransactionSnapshot,
  traits: ProviderTraits,
  apart: readonly TransactionEvent[] = [],
): Finding {
  const marks = { operationId: operation.id, reference: operation.reference }
  const verdict = judgeByEvents([...snapshot.events, ...apart], marks, amountToShow(operation))
  switch (verdict.kind) {
    case 'succeeded':
      return settled('succeeded', null, { providerReference: verdict.event.providerReference })
    case 'refused':
      return refused(verdict.event)
    case 'contradiction':
      return settled('needs_review', verdict.problem)
    case 'pending':
      return { kind: 'open', absent: false, found: { code: 'still_working' } }
    case 'absent':
      return traits.echoesReference.includes(operation.kind)
        ? judgeAbsence(operation, snapshot, traits, null)
        : judgeUnmarked(operation, snapshot, traits)
  }
}

/** For providers that echo nothing: the totals stored before sending decide. */
function judgeUnmarked(
  operation: ClaimedOperation,
  snapshot: TransactionSnapshot,
  traits: ProviderTraits,
): Finding {
  const verdict = judgeByTotals(operation, snapshot)
  switch (verdict.kind) {
    case 'succeeded':
      return settled('succeeded', null, {
        providerReference: verdict.event?.providerReference ?? null,
        ownEventId: verdict.event?.providerEventId ?? null,
      })
    case 'differs':
      return settled('needs_review', { code: 'changed_unexplained' })
    case 'pending':
      return { kind: 'open', absent: false, found: { code: 'still_working' } }
    case 'untold':
      return { kind: 'open', absent: false, found: { code: 'history_lags' } }
    case 'failed':
      return operation.state === 'pending'
        ? refused(verdict.event, verdict.event.providerEventId)
        : judgeAbsence(operation, snapshot, traits, verdict.event)
    case 'unchanged':
      return judgeAbsence(operation, snapshot, traits, null)
  }
}

/** `failure` is one that looks like the operation's own; it proves as little as nothing at all. */
function judgeAbsence(
  operation: ClaimedOperation,
  { historyGaps }: TransactionSnapshot,
  traits: ProviderTraits,
  failure: TransactionEvent | null,
): Finding {
  if (operation.state === 'pending') {
    return { kind: 'open', absent: false, found: { code: 'no_result_yet' } }
  }
  if (operation.senderAlive) {
    return { kind: 'open', absent: false, found: { code: 'sender_alive' } }
  }
  const windowPassed = (operation.sinceSentMs ?? 0) >= traits.settleWindowMs
  if (historyGaps.some((gap) => gap === operation.kind)) {
    return windowPassed
      ? settled('needs_review', { code: 'never_told' })
      : { kind: 'open', absent: false, found: { code: 'not_told' } }
  }
  if (windowPassed && operation.absentReads + 1 >= ABSENT_READS_NEEDED) {
    return failure === null
      ? settled('not_sent', { code: 'no_trace' })
      : refused(failure, failure.providerEventId)
  }
  return { kind: 'open', absent: true, found: { code: 'no_trace_so_far' } }
}

function refused(event: TransactionEvent, ownEventId: string | null = null): Finding {
  const { code, message, retry } = refusalOf(event)
  return settled('refused', message, { refusalCode: code, retry, ownEventId })
}

function settled(
  state: OperationState,
  message: Said | null,
  rest: {
    readonly refusalCode?: string
    readonly retry?: RetryAdvice
    readonly providerReference?: string | null
    readonly ownEventId?: string | null
  } = {},
): Finding {
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
