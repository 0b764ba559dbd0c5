import type { PaymentDetail } from '@/lib/domain/payment/transaction-snapshot'

/** Those of the details that the provider reports. */
export function pickPresentDetails(
  facts: readonly (readonly [label: string, value: string | null | undefined])[],
): readonly PaymentDetail[] {
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
