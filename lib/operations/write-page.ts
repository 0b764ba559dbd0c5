import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { upsertTransaction } from '@/db/queries/upsert-transaction'
import { LIMITS } from '@/lib/config/limits'
import type { MalformedEntry } from '@/lib/domain/provider'
import type { TransactionSnapshot } from '@/lib/domain/transaction-snapshot'

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

/** A payment that breaks a rule of the database is reported like any other malformed entry. */
async function writeOne(
  database: Database,
  connectionId: string,
  snapshot: TransactionSnapshot,
  readAt: string,
): Promise<boolean | MalformedEntry> {
  try {
    return await upsertTransaction(database, { newId: uuidv7(), connectionId, snapshot, readAt })
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === null) throw error
    return {
      providerTransactionId: snapshot.providerTransactionId,
      problem: `breaks the rule ${constraint}`,
    }
  }
}

function violatedConstraint(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('constraint_name' in current && typeof current.constraint_name === 'string') {
      return current.constraint_name
    }
  }
  return null
}

/** The newest change (ISO 8601) among payments and one known before. */
export function newestChange(
  snapshots: readonly TransactionSnapshot[],
  before: string | null,
): string | null {
  return snapshots.reduce((newest: string | null, { updatedAt }) => {
    const one = updatedAt.toISOString()
    return newest === null || one > newest ? one : newest
  }, before)
}
