import type { Totals } from '@/lib/domain/payment/transaction'
import type { EventKind } from '@/lib/domain/payment/transaction-snapshot'
import { kindOf } from './events'
import { isReleased, phaseOf } from './payment/states'
import type { CapturesShape, NativeOperation, OperationsShape } from './schema'

const NOTHING: Totals = { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }

/** Kinds of operation that move the amount that they name. */
const MOVES: readonly EventKind[] = ['authorize', 'capture', 'refund']

/**
 * The reason why a payment's operations do not tell what was moved: one of them has another one's
 * id, or moves money without saying how much or if it succeeded. Null when they do.
 */
export function findOperationsProblem(operations: readonly NativeOperation[]): string | null {
  if (new Set(operations.map(({ id }) => id)).size < operations.length) {
    return 'two operations have the same id'
  }
  for (const operation of operations) {
    const { id, amount, success } = operation
    const moves = MOVES.includes(kindOf(operation))
    if (success === undefined && (moves || kindOf(operation) === 'void')) {
      return `operation ${id} does not say if it succeeded`
    }
    if (moves && success === true && amount === undefined) {
      return `operation ${id} does not say how much it moved`
    }
  }
  return null
}

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
  state: string | undefined,
  sums: Omit<Totals, 'releasedMinor'> & { readonly isReleased: boolean },
): Totals {
  const phase = phaseOf(state)
  if (phase === 'initiated' || phase === 'declined') return NOTHING
  const { authorizedMinor, capturedMinor, refundedMinor } = sums
  const releasedMinor = sums.isReleased ? Math.max(0, authorizedMinor - capturedMinor) : 0
  return { authorizedMinor, capturedMinor, refundedMinor, releasedMinor }
}
