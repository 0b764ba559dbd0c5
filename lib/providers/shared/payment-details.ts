import type { PaymentDetail } from '@/lib/domain/payment/transaction-snapshot'

/** Those of the facts that the provider tells. */
export function presentDetails(
  facts: readonly (readonly [label: string, value: string | null | undefined])[],
): readonly PaymentDetail[] {
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
