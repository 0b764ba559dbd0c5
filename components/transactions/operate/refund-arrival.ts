import type { I18n } from '@/lib/i18n/i18n'
import { methodOf } from './method-of'
import type { OperableTransaction } from './operations'

type Payment = Pick<OperableTransaction, 'method' | 'provider' | 'currency' | 'customerName'>

/** "Kari Nordmann gets NOK 100.00 back through Klarna, usually within 1 to 3 business days." */
export function refundArrival(
  { method, provider, currency, customerName }: Payment,
  amountMinor: number,
  { t, formats }: I18n,
): string {
  const { name, kind } = methodOf(method, t, provider)
  return t('dialogs.refunded', {
    named: customerName === null ? 'no' : 'yes',
    customer: customerName ?? '',
    sum: formats.money(amountMinor, currency),
    method: name,
    arrival: kind,
  })
}
