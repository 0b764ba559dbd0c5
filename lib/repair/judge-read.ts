import type { ClaimedOperation } from '@/db/queries/claim-operations'
import { amountToShow, judgeByEvents } from '@/lib/domain/attribution'
import type { OperationState } from '@/lib/domain/outcome'
import type { Totals } from '@/lib/domain/transaction'
import type { RetryAdvice, TransactionSnapshot } from '@/lib/domain/transaction-snapshot'
import { refusalOf } from '@/lib/domain/refusal'
import type { ProviderTraits } from '@/lib/providers/port'

/** What one read of the provider means for an open operation. */
export type Finding =
  | {
      readonly kind: 'settled'
      readonly state: OperationState
      readonly message: string | null
      readonly refusalCode: string | null
      readonly retry: RetryAdvice | null
      readonly providerReference: string | null
    }
  | { readonly kind: 'open'; readonly absent: boolean; readonly found: string }

/** Reads without a trace of the operation, apart from each other, that prove it never happened. */
const ABSENT_READS_NEEDED = 2

/**
 * Judges an operation by a read (I8, I9). Our own event decides where the provider echoes our
 * reference; else the totals are compared with those stored before sending, and a change that
 * doesn't fit goes to people. Absence is proof only after the settle window and on a second read,
 * and never of what the provider leaves out of its history.
 */
export function judgeRead(
  operation: ClaimedOperation,
  snapshot: TransactionSnapshot,
  traits: ProviderTraits,
): Finding {
  const marks = { operationId: operation.id, reference: operation.reference }
  const verdict = judgeByEvents(snapshot.events, marks, amountToShow(operation))
  switch (verdict.kind) {
    case 'succeeded':
      return settled('succeeded', null, { providerReference: verdict.event.providerReference })
    case 'refused': {
      const { code, message, retry } = refusalOf(verdict.event)
      return settled('refused', message, { refusalCode: code, retry })
    }
    case 'contradiction':
      return settled('needs_review', verdict.message)
    case 'pending':
      return { kind: 'open', absent: false, found: 'The provider is still working on it.' }
    case 'absent':
      return judgeAbsence(operation, snapshot, traits)
  }
}

function judgeAbsence(
  operation: ClaimedOperation,
  { totals, historyGaps }: TransactionSnapshot,
  traits: ProviderTraits,
): Finding {
  if (operation.state === 'pending') {
    return { kind: 'open', absent: false, found: 'The provider has not reported a result yet.' }
  }
  if (
    !traits.echoesReference.includes(operation.kind) &&
    changed(operation.baselineTotals, totals)
  ) {
    return settled(
      'needs_review',
      'The payment has changed at the provider, and nothing tells whether that was this operation.',
    )
  }
  const windowPassed = (operation.sinceSentMs ?? 0) >= traits.settleWindowMs
  if (historyGaps.some((gap) => gap === operation.kind)) {
    return windowPassed
      ? settled(
          'needs_review',
          'This provider never tells of such operations, so nothing proves it.',
        )
      : { kind: 'open', absent: false, found: 'The provider does not tell of such operations.' }
  }
  if (windowPassed && operation.absentReads + 1 >= ABSENT_READS_NEEDED) {
    return settled('not_sent', 'The provider has no trace of it, even now. No money moved.')
  }
  return { kind: 'open', absent: true, found: 'The provider shows no trace of it so far.' }
}

function changed(before: Totals, after: Totals): boolean {
  return (
    before.authorizedMinor !== after.authorizedMinor ||
    before.capturedMinor !== after.capturedMinor ||
    before.refundedMinor !== after.refundedMinor ||
    before.releasedMinor !== after.releasedMinor
  )
}

function settled(
  state: OperationState,
  message: string | null,
  rest: {
    readonly refusalCode?: string
    readonly retry?: RetryAdvice
    readonly providerReference?: string | null
  } = {},
): Finding {
  return {
    kind: 'settled',
    state,
    message,
    refusalCode: rest.refusalCode ?? null,
    retry: rest.retry ?? null,
    providerReference: rest.providerReference ?? null,
  }
}
