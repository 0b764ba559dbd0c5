import type { Database } from '@/db/client'
import {
  claimDuePayments,
  claimHeldPayments,
  postponeRead,
  type DuePayment,
} from '@/db/queries/sync/scheduled-reads'
import { claimDueUnread, postponeUnread } from '@/db/queries/sync/unread-payments'
import { LIMITS } from '@/lib/config/limits'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { log } from '@/lib/observability/log'
import { PROFILES } from '@/lib/providers/profiles'
import { readPayment } from './read-payment'

/** Unread payments that a round reads however many others are due. */
const LEAST_UNREAD = 2
const WATCHED = PROVIDERS.filter((provider) => PROFILES[provider].listMissesChanges)

interface DueRead {
  readonly payment: DuePayment
  /** Puts the read off in the schedule that it was taken from. */
  readonly postpone: typeof postponeRead | typeof postponeUnread
}

/**
 * One round of reading payments that can still change and whose time has come, for changes that
 * no delivery reports, and payments that could not be read. What is on hold is read again every few
 * minutes where both leave room for it and its provider's list misses changes. Returns how many
 * were read.
 */
export async function rereadPaymentsOnce(database: Database): Promise<number> {
  const { limit, watch } = LIMITS.reread
  const due = await claimDuePayments(database, LIMITS.reread)
  // All together stay within the provider's allowance; unread payments always get on.
  const unreadLimit = Math.max(LEAST_UNREAD, limit - due.length)
  const unread = await claimDueUnread(database, { limit: unreadLimit })
  const room = Math.min(watch.limit, limit - due.length - unread.length)
  const scheduled = [...due, ...(await claimHeld(database, room))]
  const reads = new Map([
    ...unread.map((payment) => [keyOf(payment), { payment, postpone: postponeUnread }] as const),
    ...scheduled.map((payment) => [keyOf(payment), { payment, postpone: postponeRead }] as const),
  ])
  await Promise.all([...reads.values()].map((read) => readDue(database, read)))
  return reads.size
}

function keyOf({ connectionId, providerTransactionId }: DuePayment): string {
  return `${connectionId} ${providerTransactionId}`
}

async function readDue(database: Database, { payment, postpone }: DueRead): Promise<void> {
  const { connectionId, providerTransactionId, orderReference } = payment
  const locator = { providerTransactionId, orderReference }
  try {
    const read = await readPayment(database, connectionId, locator)
    if (!read.ok && read.waitMs !== undefined) {
      await postpone(database, payment, read.waitMs)
    } else if (!read.ok) log().info({ ...locator, problem: read.problem }, 'a payment was not read')
  } catch (error) {
    log().warn({ error, ...locator }, 'reading a payment failed')
  }
}

/** Payments on hold that were read longest ago, as many as there is room for. */
async function claimHeld(database: Database, room: number): Promise<readonly DuePayment[]> {
  if (room <= 0) return []
  const { olderThanMs } = LIMITS.reread.watch
  return claimHeldPayments(database, { limit: room, olderThanMs, providers: WATCHED })
}
