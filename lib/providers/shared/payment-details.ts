import type { PaymentDetail } from '@/lib/domain/payment/transaction-snapshot'

/** Stands for a provider's word that is not there but has to be shown, such as its status. */
export const NOT_GIVEN = '–'

/** Those of the details that the provider reports. */
export function pickPresentDetails(
  facts: readonly (readonly [label: string, value: string | null | undefined])[],
): readonly PaymentDetail[] {
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
