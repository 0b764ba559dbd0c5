import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findBrokenConstraint, findSqlState } from '@/db/database-error'
import { hasOtherCurrency } from '@/db/queries/sync/unread-payments'
import { upsertTransaction, type SnapshotWrite } from '@/db/queries/sync/upsert-transaction'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import { noteUnread } from './note-unread'

export type PaymentWrite = Omit<SnapshotWrite, 'newId'>

export type Kept =
  /** `isNews` is false when something as new was known already. */
  | { readonly ok: true; readonly isNews: boolean }
  | { readonly ok: false; readonly entry: MalformedEntry }

/**
 * SQLSTATEs about the whole database, for which no payment can be blamed: access, permission, a
 * schema that is not up to date, resources, and a server that ends.
 */
const ABOUT_DATABASE = /^(25|28|3D|42|53|57P|58|F0)/

/**
 * Keeps one read of a payment by itself. What the database does not take twice is noted as unread,
 * whatever its error, and answered as an entry of a report. Throws when the database takes nothing:
 * for its own reasons, or not even the note.
 */
export async function keepPayment(database: Database, write: PaymentWrite): Promise<Kept> {
  const first = await tryToKeep(database, write)
  const last = 'error' in first ? await tryToKeep(database, write) : first
  if ('error' in last) {
    const { error } = last
    if (ABOUT_DATABASE.test(findSqlState(error) ?? '')) throw error
    return noteNotKept(database, write, 'not_kept', problemOf(error))
  }
  if (!last.isNews && (await isOtherCurrency(database, write))) {
    return noteNotKept(database, write, 'other_currency', 'its currency is another than before')
  }
  return { ok: true, isNews: last.isNews }
}

/** One try; a payment that was not kept may have been refused for reasons that pass. */
export async function tryToKeep(
  database: Database,
  write: PaymentWrite,
): Promise<{ readonly isNews: boolean } | { readonly error: unknown }> {
  const { connectionId, snapshot, readAt } = write
  try {
    const newId = uuidv7()
    return { isNews: await upsertTransaction(database, { newId, connectionId, snapshot, readAt }) }
  } catch (error) {
    return { error }
  }
}

async function noteNotKept(
  database: Database,
  { connectionId, snapshot, readAt }: PaymentWrite,
  reason: 'not_kept' | 'other_currency',
  problem: string,
): Promise<Kept> {
  const { providerTransactionId } = snapshot
  const detail = problem
  await noteUnread(database, { connectionId, readAt, providerTransactionId, reason, detail })
  return { ok: false, entry: { providerTransactionId, problem } }
}

function isOtherCurrency(
  database: Database,
  { connectionId, snapshot: { providerTransactionId, currency } }: PaymentWrite,
): Promise<boolean> {
  return hasOtherCurrency(database, { connectionId, providerTransactionId, currency })
}

/** The problem in technical words, without a value of the payment. */
function problemOf(error: unknown): string {
  const constraint = findBrokenConstraint(error)
  if (constraint !== null) return `breaks the rule ${constraint}`
  const state = findSqlState(error)
  if (state === null) return 'the database did not respond to it'
  return state.startsWith('22')
    ? `has a value that fits nowhere (${state})`
    : `the database does not take it (${state})`
}
