import type { Totals } from '@/lib/domain/payment/transaction'
import type { PaymentTree, TreeEntry } from './entries/payment-tree'
import type { OppwaSettings } from './settings'

type Sums = { -readonly [name in keyof Totals]: number }

/**
 * The amounts of a payment, which the platform doesn't report but which follow from its entries
 * (§6.4, clarification 1). A rebill takes new money and so counts as authorized too; money that a
 * chargeback took counts as refunded, since it can't be refunded again.
 */
export function deriveTotals(
  tree: PaymentTree,
  settings: Pick<OppwaSettings, 'multipleCaptures'>,
): Totals {
  const sums: Sums = { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
  for (const one of tree.entries) {
    if (one.state === 'succeeded') add(sums, one, one.amountMinor ?? 0)
  }
  if (!settings.multipleCaptures && tree.entries.some(isCapture)) {
    sums.releasedMinor = Math.max(0, sums.authorizedMinor - sums.capturedMinor)
  }
  return sums
}

/** Only a capture closes a single-capture authorization; receipts may follow one another (§6.4). */
function isCapture({ entry, state }: TreeEntry): boolean {
  return entry.paymentType === 'CP' && state === 'succeeded'
}

function add(sums: Sums, one: TreeEntry, amount: number): void {
  switch (one.entry.paymentType) {
    case 'PA':
      sums.authorizedMinor += amount
      return
    case 'DB':
    case 'PA.CP':
    case 'RB':
      sums.authorizedMinor += amount
      sums.capturedMinor += amount
      return
    case 'CD':
      sums.authorizedMinor += amount
      sums.capturedMinor += amount
      sums.refundedMinor += amount
      return
    case 'CP':
    case 'RC':
      sums.capturedMinor += amount
      return
    case 'RF':
    case 'CB':
      sums.refundedMinor += amount
      return
    case 'CR':
      sums.refundedMinor -= amount
      return
    case 'RV':
      reverse(sums, one.targetType, amount)
  }
}

/** Reversed money of a PA, or of a charge without one, is released; that of a capture is held again. */
function reverse(sums: Sums, targetType: string | null, amount: number): void {
  if (targetType !== 'PA') sums.capturedMinor -= amount
  if (targetType !== 'CP' && targetType !== 'RC') sums.releasedMinor += amount
}
