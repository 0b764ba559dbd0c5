import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import { LIMITS } from '@/lib/config/limits'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'

interface WrittenPage {
  readonly written: number
  readonly malformed: readonly MalformedEntry[]
}

/** Writes the payments of one page of a provider's list, whose read began at `readAt` (database time). */
export async function writePage(
  database: Database,
  connectionId: string,
  snapshots: readonly TransactionSnapshot[],
  readAt: string,
): Promise<WrittenPage> {
  const results: (boolean | MalformedEntry)[] = []
  for (let start = 0; start < snapshots.length; start += LIMITS.import.writesAtOnce) {
    const batch = snapshots.slice(start, start + LIMITS.import.writesAtOnce)
    const writes = batch.map((snapshot) => writeOne(database, connectionId, snapshot, readAt))
    results.push(...(await Promise.all(writes)))
  }
  return {
    written: results.filter((result) => result === true).length,
    malformed: results.filter((result) => typeof result === 'object'),
  }
}

/** A payment that the database cannot keep is reported like any other malformed entry. */
async function writeOne(
  database: Database,
  connectionId: string,
  snapshot: TransactionSnapshot,
  readAt: string,
): Promise<boolean | MalformedEntry> {
  try {
    return await upsertTransaction(database, { newId: uuidv7(), connectionId, snapshot, readAt })
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    return { providerTransactionId: snapshot.providerTransactionId, problem }
  }
}

/** SQLSTATEs about a value that fits no column: too large, or text that no database keeps. */
const DATA_EXCEPTION = /^22/

/** The problem of the payment itself; null when the error has another cause. */
function problemOf(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('constraint_name' in current && typeof current.constraint_name === 'string') {
      return `breaks the rule ${current.constraint_name}`
    }
    if ('code' in current && typeof current.code === 'string') {
      if (DATA_EXCEPTION.test(current.code))
        return `has a value that fits nowhere (${current.code})`
    }
  }
  return null
}
