import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import { keepPayment, tryToKeep } from './keep-payment'
import { noteMalformed } from './note-unread'

/** One page of a provider's list, with the database time (ISO 8601) at which its read began. */
export interface ReadPage {
  readonly snapshots: readonly TransactionSnapshot[]
  readonly malformed: readonly MalformedEntry[]
  readonly readAt: string
}

interface WrittenPage {
  readonly written: number
  /** Those of the page, and those that the database does not take. */
  readonly malformed: readonly MalformedEntry[]
}

/**
 * Writes the payments of one page, some at once; those that failed are then tried one by one, and
 * noted as unread when they fail by themselves. So no payment stops the others.
 */
export async function writePage(
  database: Database,
  connectionId: string,
  { snapshots, malformed, readAt }: ReadPage,
): Promise<WrittenPage> {
  let written = 0
  const failed: TransactionSnapshot[] = []
  await inBatches(snapshots, async (snapshot) => {
    const kept = await tryToKeep(database, { connectionId, snapshot, readAt })
    if ('error' in kept) failed.push(snapshot)
    else if (kept.isNews) written += 1
  })
  const refused: MalformedEntry[] = []
  for (const snapshot of failed) {
    const kept = await keepPayment(database, { connectionId, snapshot, readAt })
    if (!kept.ok) refused.push(kept.entry)
    else if (kept.isNews) written += 1
  }
  await inBatches(malformed, (entry) => noteMalformed(database, { connectionId, readAt }, entry))
  return { written, malformed: [...malformed, ...refused] }
}

async function inBatches<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const { writesAtOnce } = LIMITS.import
  for (let start = 0; start < all.length; start += writesAtOnce) {
    await Promise.all(all.slice(start, start + writesAtOnce).map(work))
  }
}
