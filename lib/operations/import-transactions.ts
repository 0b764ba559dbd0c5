import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { finishImport, insertImport, updateImport, type ImportCounts } from '@/db/queries/imports'
import type { ConnectionRecord } from '@/db/queries/connections'
import { upsertTransaction } from '@/db/queries/upsert-transaction'
import { LIMITS } from '@/lib/config/limits'
import type { MalformedEntry } from '@/lib/domain/provider'
import { failure, success, type Result } from '@/lib/domain/result'
import type { TransactionSnapshot } from '@/lib/domain/transaction-snapshot'
import { clientOf } from './connection-client'

export interface ImportReport extends ImportCounts {
  readonly problems: readonly MalformedEntry[]
}

export interface ImportOptions {
  readonly onProgress: (report: ImportReport) => void
}

/**
 * Pages through a provider's list and writes every payment. Safe to run twice or to stop midway:
 * each payment is written whole by one statement, and an older read never replaces a newer one.
 * Malformed entries are counted and reported; only a list that cannot be read ends an import.
 */
export async function importTransactions(
  database: Database,
  connection: ConnectionRecord,
  options: ImportOptions,
): Promise<Result<ImportReport>> {
  const list = clientOf(connection).listTransactions
  if (list === null) return failure('no_list')
  const importId = uuidv7()
  await insertImport(database, importId, connection.id)

  let report: ImportReport = { pages: 0, seen: 0, written: 0, malformed: 0, problems: [] }
  let cursor: string | null = null
  do {
    const readAt = await findDatabaseTime(database)
    const page = await list(cursor)
    if (!page.ok) {
      await finishImport(database, importId, page.message)
      return failure(page.problem, { message: page.message })
    }
    const kept = await writePage(database, connection.id, page.snapshots, readAt)
    const malformed = [...page.malformed, ...kept.malformed]
    report = {
      pages: report.pages + 1,
      seen: report.seen + page.snapshots.length + page.malformed.length,
      written: report.written + kept.written,
      malformed: report.malformed + malformed.length,
      problems: [...report.problems, ...malformed].slice(0, LIMITS.import.problemsKept),
    }
    await updateImport(database, importId, report)
    options.onProgress(report)
    cursor = page.next === cursor ? null : page.next
  } while (cursor !== null && report.pages < LIMITS.import.pages)

  await finishImport(database, importId, null)
  return success(report)
}

interface WrittenPage {
  readonly written: number
  readonly malformed: readonly MalformedEntry[]
}

async function writePage(
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
