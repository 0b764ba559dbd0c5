import type { Totals } from '@/lib/domain/payment/transaction'
import type { EventKind } from '@/lib/domain/payment/transaction-snapshot'
import { kindOf } from './events'
import { isReleased, phaseOf } from './payment/states'
import type { CapturesShape, OperationsShape } from './schema'

const NOTHING: Totals = { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }

/** Totals are not given; they are the sums of what succeeded (fact sheet §6.1). */
export function totalsOfOperations({ operations, state }: OperationsShape): Totals {
  const sumOf = (kind: EventKind): number =>
    operations
      .filter((operation) => operation.success && kindOf(operation) === kind)
      .reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const voided = operations.some((one) => one.success && kindOf(one) === 'void')
  return totals(state, {
    authorizedMinor: sumOf('authorize'),
    capturedMinor: sumOf('capture'),
    refundedMinor: sumOf('refund'),
    isReleased: voided || isReleased(state),
  })
}

/** The same from the shape that hides refunds: the refunded amount is unknown (§6.2). */
export function totalsOfCaptures({ amount, captures, state }: CapturesShape): Totals {
  return totals(state, {
    authorizedMinor: amount,
    capturedMinor: captures.reduce((sum, capture) => sum + capture.amount, 0),
    refundedMinor: 0,
    isReleased: isReleased(state),
  })
}

function totals(
  state: string,
  sums: Omit<Totals, 'releasedMinor'> & { readonly isReleased: boolean },
): Totals {
  const phase = phaseOf(state)
  if (phase === 'initiated' || phase === 'declined') return NOTHING
  const { authorizedMinor, capturedMinor, refundedMinor } = sums
  const releasedMinor = sums.isReleased ? authorizedMinor - capturedMinor : 0
  return { authorizedMinor, capturedMinor, refundedMinor, releasedMinor }
}
