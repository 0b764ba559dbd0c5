import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { LIMITS } from '@/lib/config/limits'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry, SyncCursor } from '@/lib/domain/provider/provider'
import type { ListResult, ProviderFeatures } from '@/lib/providers/port'
import { scheduleShownEnds } from './schedule-shown-ends'
import { writePage } from './write-page'

/** A run through a provider's list: where it stands, or at its beginning with a cursor of null. */
export type SyncRun = Omit<SyncCursor, 'cursor'> & { readonly cursor: string | null }

/** One page of a list, as it was written. */
export interface SyncedPage {
  /** Entries in the provider's list, the malformed ones too. */
  readonly read: number
  /** Payments written: those that brought something new. */
  readonly written: number
  readonly malformed: readonly MalformedEntry[]
}

/**
 * The end of a part of a run: at the end of the list, after so many pages, at a limit on reads, or
 * because of a failed read.
 */
export type SyncEnd =
  | { readonly end: 'list'; readonly run: SyncRun }
  | { readonly end: 'pages'; readonly run: SyncCursor }
  /** `waitMs` until the provider allows the next read. */
  | { readonly end: 'limit'; readonly run: SyncRun; readonly waitMs: number }
  | { readonly end: 'unread'; readonly run: SyncRun; readonly read: UnreadList }

type UnreadList = Extract<ListResult, { readonly ok: false }>

/** Reads one page of a connection's list; null where it has none any more. */
export type PageReader = (cursor: string | null, since: Date | null) => Promise<ListResult | null>

interface SyncedList {
  readonly connectionId: string
  readonly features: ProviderFeatures
  readonly list: PageReader
  /** Most pages to read. */
  readonly pages: number
  /** Gets the position after the page, too; null where the run has come to its end. */
  readonly onPage: (page: SyncedPage, reached: SyncCursor | null) => Promise<void> | void
}

/**
 * The one loop over a provider's list: reads page after page from where a run stands and writes
 * every payment. A cursor that comes again ends the list, and so does a provider that has none any
 * more. Each payment is written whole by one
 * statement, and an older read never replaces a newer one, so runs may overlap or stop midway.
 */
export async function syncList(
  database: Database,
  { connectionId, features, list, pages, onPage }: SyncedList,
  begun: SyncRun,
): Promise<SyncEnd> {
  const since = begun.since === null ? null : new Date(begun.since)
  let run = begun
  for (let page = 0; ; page += 1) {
    const { cursor } = run
    if (page >= pages && cursor !== null) return { end: 'pages', run: { ...run, cursor } }
    const readAt = await findDatabaseTime(database)
    const read = await list(cursor, since)
    if (read === null) return { end: 'list', run }
    if (!read.ok) return endUnread(run, read)
    const { snapshots, waitMs } = read
    const { written, malformed } = await writePage(database, connectionId, {
      snapshots,
      malformed: read.malformed,
      readAt,
    })
    await scheduleShownEnds(database, { connectionId, features }, snapshots)
    const newest = newestChange(snapshots, run.newest)
    const { next } = read
    const counts = { read: snapshots.length + read.malformed.length, written, malformed }
    await onPage(counts, next === null ? null : { ...run, newest, cursor: next })
    if (waitMs !== undefined) {
      return { end: 'limit', run: { ...run, newest, cursor: read.next }, waitMs }
    }
    if (read.next === null || read.next === cursor) return { end: 'list', run: { ...run, newest } }
    run = { ...run, newest, cursor: read.next }
  }
}

/** A limit is no failed read: the run goes on from the same place. */
function endUnread(run: SyncRun, read: UnreadList): SyncEnd {
  return read.waitMs === undefined
    ? { end: 'unread', run, read }
    : { end: 'limit', run, waitMs: read.waitMs }
}

/** Pages that one turn of a connection reads, and the pause before its next run. */
export function syncTurn({ listsChanges }: ProviderFeatures): {
  readonly pages: number
  readonly pauseMs: number
} {
  const { pages, everyMs, wholeEveryMs } = LIMITS.poll
  return listsChanges ? { pages, pauseMs: everyMs } : { pages: 1, pauseMs: wholeEveryMs }
}

/** The newest change (ISO 8601) among payments and one known before. */
function newestChange(
  snapshots: readonly TransactionSnapshot[],
  before: string | null,
): string | null {
  return snapshots.reduce((newest: string | null, { updatedAt }) => {
    const one = updatedAt.toISOString()
    return newest === null || one > newest ? one : newest
  }, before)
}
