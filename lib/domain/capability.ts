import { heldMinor, type Totals, type TransactionStatus } from './transaction'

export type Capability =
  | { readonly allowed: true; readonly maxMinor: number }
  /** `reason` is a sentence for people. */
  | { readonly allowed: false; readonly reason: string }

const NOT_CAPTURABLE: Readonly<Partial<Record<TransactionStatus, string>>> = {
  initiated: 'The customer has not finished paying, so there is nothing to capture yet.',
  on_hold:
    'The payment method is still reviewing this payment. It can be captured once it is authorized.',
  captured: 'Everything that was authorized is already captured.',
  partially_refunded: 'Everything that was authorized is already captured.',
  refunded: 'Everything was captured and then refunded.',
  voided: 'The authorization was voided: nothing is held any more.',
  declined: 'The customer declined, so nothing was authorized.',
  failed: 'The payment failed, so nothing was authorized.',
  unknown:
    'The provider does not say what became of this payment. Nothing can be captured until it does.',
}

/**
 * Whether a payment can be captured in its present state, and how much. The screen explains with
 * it and the server decides by it.
 */
export function captureCapability(transaction: {
  readonly status: TransactionStatus
  readonly totals: Totals
  readonly openOperation: unknown
}): Capability {
  const reason = NOT_CAPTURABLE[transaction.status]
  if (reason !== undefined) return { allowed: false, reason }
  if (transaction.openOperation !== null) {
    return { allowed: false, reason: 'Another operation on this payment is not finished yet.' }
  }
  const maxMinor = heldMinor(transaction.totals)
  if (maxMinor <= 0) return { allowed: false, reason: 'Nothing is held any more.' }
  return { allowed: true, maxMinor }
}
