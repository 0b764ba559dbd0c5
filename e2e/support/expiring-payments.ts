import { dueBounds, type DueSection } from '@/lib/domain/listing/due'
import { sandbox } from './journey'
import { sendWebhook } from './send-webhook'

/** The time zone of the demo's business. */
const TIME_ZONE = 'Europe/Oslo'
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Days that Vipps usually holds, where the provider gives no date. */
const VIPPS_DAYS = 7

interface Added {
  readonly reference: string
  readonly due: DueSection
}

/**
 * Payments of 100,00 that end in each section of what expires, two of them today: one by the
 * provider's date, one by the date that is usual for its method.
 */
export async function addExpiring(prefix: string, currency = 'NOK'): Promise<readonly Added[]> {
  const { now, tomorrow, week, later } = dueBounds(new Date(), TIME_ZONE)
  const provider = { method: 'klarna.klarna' } as const
  const before = (at: Date, ms: number) => new Date(at.getTime() - ms)
  const payments = [
    { due: 'today', at: before(tomorrow, 1_000), ...provider },
    { due: 'today', at: before(tomorrow, 2_000), method: 'vipps' },
    { due: 'tomorrow', at: before(week, HOUR_MS), ...provider },
    { due: 'week', at: before(later, HOUR_MS), method: 'vipps' },
    { due: 'later', at: before(later, -9 * DAY_MS), ...provider },
    { due: 'passed', at: before(now, HOUR_MS), ...provider },
    { due: 'passed', at: before(now, 3 * DAY_MS), method: 'vipps' },
  ] as const
  const added: Added[] = []
  for (const { due, at, method } of payments) {
    const reference = `${prefix}-${String(added.length + 1)}`
    const isReckoned = method === 'vipps'
    const createdAt = before(isReckoned ? at : now, (isReckoned ? VIPPS_DAYS : 20) * DAY_MS)
    const { id } = await sandbox().createTransaction({
      reference,
      method,
      currency,
      amount: 100_00,
      createdAt: createdAt.toISOString(),
      ...(!isReckoned && { expiresAt: at.toISOString() }),
    })
    await sendWebhook(id)
    added.push({ reference, due })
  }
  return added
}
