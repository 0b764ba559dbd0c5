import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { finishImport, insertImport, updateImport } from '@/db/queries/sync/imports'
import { getClient, loadClient, loadConnection } from '@/lib/connections/connection-client'
import { providerFailure } from '@/lib/connections/check-connection'
import { noteUse } from '@/lib/connections/note-use'
import { LIMITS } from '@/lib/config/limits'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { FoundPayments, ReadFailure, ReadResult } from '@/lib/providers/port'
import { addPage, EMPTY_REPORT, type ImportReport } from './import-report'
import { writePage } from './write-page'

/**
 * Reads the payments with these references (or ids, where the provider has such) and writes them:
 * the way in for a provider without a list. Safe to repeat. An unknown or malformed payment is
 * reported; only a provider that cannot be read at all ends it. Where the provider allows no more
 * reads of one for now, it is waited for. A disabled connection imports nothing.
 */
export async function importReferences(
  database: Database,
  connection: ConnectionRecord,
  references: readonly string[],
  wait: Wait = sleep,
): Promise<Result<ImportReport>> {
  if (connection.disabledAt !== null) {
    return failure('connection_disabled', { values: { connection: connection.name } })
  }
  // One that cannot be used begins no import.
  getClient(database, connection)
  const importId = uuidv7()
  await insertImport(database, importId, connection.id)

  let report = EMPTY_REPORT
  for (const reference of references) {
    const found = await readWhenAllowed(wait, () => findIds(database, connection.id, reference))
    const ids = found.ok ? found.ids : [reference]
    for (const id of ids) {
      let readAt = await findDatabaseTime(database)
      const read = found.ok
        ? await readWhenAllowed(wait, async () => {
            readAt = await findDatabaseTime(database)
            const now = await loadConnection(database, connection.id)
            const client = getClient(database, now)
            const locator = { providerTransactionId: id, orderReference: reference }
            const result = await client.readTransaction(locator)
            await noteUse(database, now, 'read', result)
            return result
          })
        : found
      if (!read.ok && endsImport(read)) {
        await finishImport(database, importId, read.message)
        return providerFailure(read)
      }
      const written = await writeRead(database, connection.id, { reference: id, read, readAt })
      report = { ...addPage(report, { read: 1, ...written }), pages: 1 }
    }
  }
  await updateImport(database, importId, report)
  await finishImport(database, importId, null)
  return success(report)
}

type Wait = (ms: number) => Promise<unknown>

const { limitedReads, longestWaitMs } = LIMITS.import

/** The ids behind a reference, where the provider's payments have ids of their own. */
async function findIds(
  database: Database,
  connectionId: string,
  reference: string,
): Promise<FoundPayments> {
  const client = await loadClient(database, connectionId)
  return client.findPayments?.(reference) ?? { ok: true, ids: [reference] }
}

/** Reads once more whenever the provider's limit has turned a read away, as soon as it allows. */
async function readWhenAllowed<Read extends { readonly ok: true }>(
  wait: Wait,
  read: () => Promise<Read | ReadFailure>,
): Promise<Read | ReadFailure> {
  let result = await read()
  for (let again = 0; again < limitedReads; again += 1) {
    if (result.ok || result.waitMs === undefined || result.waitMs > longestWaitMs) break
    await wait(result.waitMs)
    result = await read()
  }
  return result
}

/** A payment that had to wait too long is reported; the provider can be read for the others. */
function endsImport({ problem, waitMs }: ReadFailure): boolean {
  return waitMs === undefined && (problem === 'unauthorized' || problem === 'unavailable')
}

/**
 * Writes a payment that was read. A malformed one is noted as unread; a reference that the provider
 * does not know may be a slip of the person who typed it.
 */
function writeRead(
  database: Database,
  connectionId: string,
  { reference, read, readAt }: { reference: string; read: ReadResult; readAt: string },
) {
  if (read.ok) {
    const page = { snapshots: [read.snapshot], malformed: [], readAt }
    return writePage(database, connectionId, page)
  }
  const entry = { providerTransactionId: reference, problem: read.message }
  return read.problem === 'malformed'
    ? writePage(database, connectionId, { snapshots: [], malformed: [entry], readAt })
    : { written: 0, malformed: [entry] }
}
