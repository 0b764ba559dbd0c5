import type { OppwaState } from '../state'
import { isPending, isSuccess } from '../codes/codes'
import { capturable, isCharge, refundable, totalsOf } from '../money/totals'
import type { Payment } from '../payment'

/** Totals and operations of one payment. Amounts in hundredths. */
export interface PaymentTotals {
  readonly id: string
  readonly accountId: string
  readonly currency: string
  /** Type and result of the payment itself. */
  readonly status: string
  readonly merchantReference: string
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  readonly released: boolean
  readonly capturable: number
  readonly refundable: number
  readonly captures: number
  readonly refunds: number
  readonly voids: number
  readonly pending: number
  readonly failures: number
  /** Operations in order, with the caller's reference. */
  readonly operations: readonly {
    /** As reads show it. */
    readonly id: string
    readonly event: string
    readonly success: boolean
    readonly amount: number | null
    readonly reference: string | null
    readonly createdBy: string | null
  }[]
}

/** Totals of all payments, or of one entity's, or only of changed ones. */
export function listTotals(
  state: OppwaState,
  query: { readonly accountId?: string | undefined; readonly touched: boolean },
): PaymentTotals[] {
  return [...state.trees.keys()].flatMap((rootId) => {
    const tree = state.treeOf(rootId)
    const [root] = tree
    if (root === undefined || (query.touched && !state.touched.has(rootId))) return []
    if (query.accountId !== undefined && query.accountId !== root.entityId) return []
    return [totalsOfTree(state, root, tree)]
  })
}

function totalsOfTree(state: OppwaState, root: Payment, tree: readonly Payment[]): PaymentTotals {
  const totals = totalsOf(tree)
  const { authorized, captured, refunded, captures, refunds, voids } = totals
  return {
    id: root.id,
    accountId: root.entityId,
    currency: root.currency,
    status: `${root.type} ${root.code}`,
    merchantReference: root.merchantTransactionId ?? '',
    authorized,
    captured,
    refunded,
    captures: captures + totals.receipts,
    refunds,
    voids,
    released: totals.reversed > 0,
    capturable: capturable(totals, state.settings.multipleCaptures),
    refundable: refundable(totals),
    pending: tree.filter((one) => isPending(one.code)).length,
    failures: tree.filter((one) => !isSuccess(one.code) && !isPending(one.code)).length,
    operations: tree.slice(1).map((one) => ({
      id: one.id,
      event: eventName(one),
      success: isSuccess(one.code),
      amount: one.hundredths,
      reference: one.merchantTransactionId ?? null,
      createdBy: one.by,
    })),
  }
}

const EVENT_NAMES: Readonly<Partial<Record<Payment['type'], string>>> = { RF: 'REFUND', RV: 'VOID' }

/** The event names that all providers of this sandbox share. */
function eventName(payment: Payment): string {
  return isCharge(payment) ? 'CAPTURE' : (EVENT_NAMES[payment.type] ?? payment.type)
}
