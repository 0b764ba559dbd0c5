import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import type { StoredEvent } from '../../port'
import { formatWireAmount } from './amounts'
import type { PaymentTree, TreeEntry } from './payment-tree'

/** Types of which money can be given back (§4). */
const CHARGES: readonly string[] = ['CP', 'DB', 'PA.CP', 'RB', 'RC']
const TAKES: readonly string[] = ['RF', 'RV', 'CB']

interface Charge {
  readonly id: string
  leftMinor: number
}

export type RefundTarget =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly message: CodedStatusDetail }

/**
 * The charge to refund: the one whose rest is exactly the amount, else the smallest rest that is
 * enough. A refund goes to one charge, because each is sent and answered on its own; more than any
 * charge has left must be refunded in steps.
 */
export function refundTarget(tree: PaymentTree, amountMinor: number): RefundTarget {
  const charges = chargesLeft(tree)
  const enough = charges
    .filter((charge) => charge.leftMinor >= amountMinor)
    .sort((left, right) => left.leftMinor - right.leftMinor)
  const [best] = enough
  if (best !== undefined) return { ok: true, id: best.id }
  return {
    ok: false,
    message:
      charges.length > 1
        ? { code: 'several_captures', values: { largest: largest(charges, tree.currency) } }
        : { code: 'less_to_refund' },
  }
}

/**
 * The charge to refund by the stored history alone, for when the payment cannot be read now. It does
 * not say which charge a refund took from: of several, only one that has enough left even if all
 * was taken from it.
 */
export function refundTargetIn(history: readonly StoredEvent[], amountMinor: number): RefundTarget {
  const charges = history.filter(({ kind, state }) => kind === 'capture' && state === 'succeeded')
  const takenMinor = history
    .filter((event) => event.state !== 'failed' && takesFromCharge(event))
    .reduce((sum, event) => sum + (event.amountMinor ?? 0), 0)
  const [best] = charges
    .filter((one) => charges.length === 1 || (one.amountMinor ?? 0) - takenMinor >= amountMinor)
    .sort((left, right) => (left.amountMinor ?? 0) - (right.amountMinor ?? 0))
  return best === undefined
    ? { ok: false, message: { code: 'capture_not_found_now' } }
    : { ok: true, id: best.providerEventId }
}

function takesFromCharge({ kind, providerKind }: StoredEvent): boolean {
  if (kind === 'void') return providerKind !== 'RV of PA'
  return kind === 'refund' || kind === 'chargeback'
}

function chargesLeft(tree: PaymentTree): readonly Charge[] {
  const charges = tree.entries
    .filter((one) => one.state === 'succeeded' && CHARGES.includes(one.entry.paymentType))
    .map((one): Charge => ({ id: one.entry.id, leftMinor: one.amountMinor ?? 0 }))
  for (const one of tree.entries) {
    if (one.state === 'failed' || !TAKES.includes(one.entry.paymentType)) continue
    const charge = charges.find(({ id }) => id === one.entry.referencedId)
    if (charge !== undefined) charge.leftMinor -= one.amountMinor ?? 0
    else if (one.entry.paymentType === 'RF') takeFromOldest(charges, one)
  }
  return charges
}

function largest(charges: readonly Charge[], currency: string): string {
  const leftMinor = Math.max(...charges.map((charge) => charge.leftMinor))
  return `${formatWireAmount(leftMinor, currency) ?? '0.00'} ${currency}`
}

/** Shop systems refund the authorization; the provider does not show which capture it used (§4). */
function takeFromOldest(charges: readonly Charge[], refund: TreeEntry): void {
  let rest = refund.amountMinor ?? 0
  for (const charge of charges) {
    const part = Math.min(rest, charge.leftMinor)
    charge.leftMinor -= part
    rest -= part
  }
}
