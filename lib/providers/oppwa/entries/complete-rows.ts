import type { ReadFailure, ReadResult } from '../../port'
import { readRows, type ReadRows } from '../../shared/read-rows'
import { readFailure } from '../../shared/results'
import { mapTree } from '../mapper'
import type { OppwaEntry } from '../schema'
import { entryState, isFirst, isStray, movesMoney, paymentIdOf } from './payment-tree'
import type { EntriesResult } from './read-entries'
import type { OppwaAccount } from './reports'

/**
 * The payments of a page of the list that have to be read one by one, because the page may lack what
 * refers to them: a platform may leave it out although it is requested (§6.3). `since` is null for
 * a list of first payments alone, where an operation of one of them proves that the list brings
 * operations along. An entry that belongs to no payment of the page, such as a risk check, proves
 * nothing. One that moves money, or cannot be read, and names no payment could belong to any.
 */
export function findDoubtfulRows(
  { reports, settings }: Pick<OppwaAccount, 'reports' | 'settings'>,
  { entries, unread }: Page,
  since: Date | null,
): readonly string[] {
  const first = new Map(entries.filter(isFirst).map((entry) => [entry.id, entry]))
  const operations = entries
    .filter((entry) => !isFirst(entry))
    .map((entry) => ({ entry, payment: first.get(paymentIdOf(entries, entry.id)) }))
  const orphans = operations
    .filter(({ entry, payment }) => payment === undefined && entry.referencedId !== undefined)
    .map(({ entry }) => entry)
  if (orphans.length > 0) reports.listsLinked = 'omitted'
  else if (
    reports.listsLinked === 'unknown' &&
    operations.some((operation) => isBroughtAlong(operation, since))
  ) {
    reports.listsLinked = 'included'
  }
  const hasStray =
    entries.some(isStray) || unread.some((one) => !one.isFirst && one.referencedId === null)
  const doubted =
    reports.listsLinked === 'included' && !hasStray
      ? []
      : entries.filter((entry) => isFirst(entry) && entryState(entry, settings) !== 'failed')
  return [...new Set([...doubted, ...orphans].map(({ id }) => id))]
}

type Page = Pick<Extract<EntriesResult, { readonly ok: true }>, 'entries' | 'unread'>

interface ListedOperation {
  readonly entry: OppwaEntry
  /** Undefined where the page does not hold it. */
  readonly payment: OppwaEntry | undefined
}

/**
 * An operation that the list's own filter would have left out, or whose payment it would have: with
 * `since`, one of the two is older.
 */
function isBroughtAlong({ entry, payment }: ListedOperation, since: Date | null): boolean {
  if (payment === undefined || !movesMoney(entry)) return false
  if (since === null) return true
  return [entry, payment].some(({ timestamp }) => timestamp !== undefined && timestamp < since)
}

/**
 * Reads payments one by one behind the one with the id `after`, by their ids or those of their
 * operations: several may lead to one payment.
 */
export async function completeRows(
  account: Pick<OppwaAccount, 'reports' | 'settings'>,
  ids: readonly string[],
  after: string,
): Promise<ReadRows | ReadFailure> {
  const listed = ids.map((id) => ({ id }))
  const rows = await readRows({ rows: listed, after }, ({ id }) => readRow(account, id))
  if (!rows.ok) return rows
  const payments = rows.snapshots.map((one) => [one.providerTransactionId, one] as const)
  return { ...rows, snapshots: [...new Map(payments).values()] }
}

async function readRow(
  { reports, settings }: Pick<OppwaAccount, 'reports' | 'settings'>,
  id: string,
): Promise<ReadResult> {
  const found = await reports.readTree({ providerTransactionId: id, orderReference: null })
  if (!found.ok) return found
  const mapped = mapTree(found.tree, settings)
  return mapped.ok ? mapped : readFailure('malformed', mapped.problem)
}
