import { heldMinor, type Totals } from '@/lib/domain/transaction'

export interface CapturePrediction {
  readonly totals: Totals
  readonly heldMinor: number
}

/** How a payment stands once a capture of this amount has succeeded. */
export function predictCapture(totals: Totals, amountMinor: number): CapturePrediction {
  const after = { ...totals, capturedMinor: totals.capturedMinor + amountMinor }
  return { totals: after, heldMinor: heldMinor(after) }
}
