import { methodOf } from '@/components/transactions/shared/method'
import type { I18n } from '@/lib/i18n/i18n'
import type { HistoryEntry } from './history-entry'

/** Business days until a refund is with the customer, by the kind of the method. */
const BUSINESS_DAYS: Readonly<Partial<Record<string, readonly [from: number, to: number]>>> = {
  card: [3, 10],
  wallet: [1, 3],
}

/**
 * When the customer can expect a refund that is done; for an invoice, what becomes of it. Null for
 * anything else, and for methods whose time is not known.
 */
export function describeArrival(
  { activity, at }: Pick<HistoryEntry, 'activity' | 'at'>,
  method: string,
  { t, formats }: I18n,
): string | null {
  if (activity.of === 'note' || activity.kind !== 'refund') return null
  if (activity.state !== 'succeeded') return null
  const { kind } = methodOf(method, t)
  if (kind === 'invoice') return t('payment.history.lowersInvoice')
  const days = BUSINESS_DAYS[kind]
  if (days === undefined || at === null) return null
  const [from, to] = days.map((count) => formats.day(addBusinessDays(at, count)))
  return t('payment.history.refundExpected', { from: from ?? '', to: to ?? '' })
}

/** So many days from Monday to Friday later. */
export function addBusinessDays(at: Date, count: number): Date {
  const date = new Date(at)
  for (let left = count; left > 0;) {
    date.setUTCDate(date.getUTCDate() + 1)
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
    if (!isWeekend) left -= 1
  }
  return date
}
