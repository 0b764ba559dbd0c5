import { isPending, isSuccess } from '../codes/codes'
import type { Payment } from '../payment'

/** Sums over the tree of a payment, in hundredths (fact sheet §6.4, clarification 1). */
export interface Totals {
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  /** Amount reversed from the authorization, or from a charge without one. */
  readonly reversed: number
  /** Amount that pending operations may still take. */
  readonly pendingCapture: number
  readonly pendingRefund: number
  readonly captures: number
  readonly receipts: number
  readonly refunds: number
  readonly voids: number
}

const CHARGES: readonly Payment['type'][] = ['CP', 'DB', 'PA.CP', 'RB', 'RC']

/** True when an entry moved its money: a chargeback's code may be its reason (fact sheet §7). */
export function isDone({ type, code }: Payment): boolean {
  const isBanks = type === 'CB' || type === 'CR'
  return isSuccess(code) || (isBanks && code.startsWith('000.100.2'))
}

/** True for types that can be refunded. */
export function isCharge(payment: Payment): boolean {
  return CHARGES.includes(payment.type)
}

/** Adds up a tree. */
export function totalsOf(tree: readonly Payment[]): Totals {
  const done = tree.filter(isDone)
  const open = tree.filter((one) => isPending(one.code))
  const typeOf = new Map(tree.map((one) => [one.id, one.type]))
  const targetOf = (one: Payment): string | undefined => typeOf.get(one.referencedId ?? '')
  const reversals = done.filter((one) => one.type === 'RV')
  const chargesReversed = reversals.filter((one) => targetOf(one) !== 'PA')
  const released = reversals.filter((one) => !['CP', 'RC'].includes(targetOf(one) ?? ''))
  return {
    authorized: sum(done.filter((one) => ['PA', 'DB', 'PA.CP', 'RB', 'CD'].includes(one.type))),
    captured: sum(done.filter((one) => isCharge(one))) - sum(chargesReversed),
    refunded:
      sum(done.filter((one) => one.type === 'RF' || one.type === 'CB')) -
      sum(done.filter((one) => one.type === 'CR')),
    reversed: sum(released),
    pendingCapture: sum(open.filter((one) => isCharge(one) && one.referencedId !== undefined)),
    pendingRefund: sum(open.filter((one) => one.type === 'RF')),
    captures: done.filter((one) => isCharge(one) && one.type !== 'RC').length,
    receipts: done.filter((one) => one.type === 'RC').length,
    refunds: done.filter((one) => one.type === 'RF').length,
    voids: reversals.length,
  }
}

/**
 * Amount that can still be captured; the first capture, though no receipt, closes accounts that
 * allow only one (fact sheet §6.4).
 */
export function capturable(totals: Totals, multipleCaptures: boolean): number {
  if (!multipleCaptures && totals.captures > 0) return 0
  return totals.authorized - totals.captured - totals.reversed - totals.pendingCapture
}

/** Amount that can still be refunded of the whole tree. */
export function refundable(totals: Totals): number {
  return totals.captured - totals.refunded - totals.pendingRefund
}

/** Amount left of one charge, after the refunds and reversals that name it. */
export function chargeLeft(tree: readonly Payment[], charge: Payment): number {
  const taken = tree.filter(
    (one) =>
      one.referencedId === charge.id &&
      ['RF', 'RV', 'CB'].includes(one.type) &&
      (isDone(one) || isPending(one.code)),
  )
  return charge.hundredths - sum(taken)
}

function sum(payments: readonly Payment[]): number {
  return payments.reduce((total, { hundredths }) => total + hundredths, 0)
}
