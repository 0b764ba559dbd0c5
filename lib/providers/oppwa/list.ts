import { LIMITS } from '@/lib/config/limits'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import type { ListResult, ReadFailure } from '../port'
import { completeRows, findDoubtfulRows } from './entries/complete-rows'
import { buildTree, isFirst, isStray, ROOT_TYPES } from './entries/payment-tree'
import { readEntries, type EntriesResult, type UnreadEntry } from './entries/read-entries'
import type { OppwaAccount } from './entries/reports'
import { mapTree, type Mapped } from './mapper'
import type { OppwaEntry } from './schema'
import type { Fields } from './session'
import type { OppwaSettings } from './settings'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The position in a list: the moment at which it began, so that pages don't shift, and the next
 * page.
 */
interface Cursor {
  readonly untilMs: number
  readonly entity: number
  readonly page: number
  /** The first entry of the page before. */
  readonly before: string
  /** Payments of a page; the same for all pages of a channel, so that none is left out. */
  readonly limit: number
  /** The payment behind which a limit cut the page short; empty where the page begins. */
  readonly after: string
}

/**
 * One page of the payments of the last days, each with what refers to it (§6.3): first those of the
 * connection's own channel, then those of the other one. With `since`, only those to which something
 * was added since then: whatever happens to a payment is an entry with a time of its own. A short
 * page is not the end, since what the limit counts is not known; an empty page is, or one that begins
 * like the page before it.
 */
export async function listPayments(
  account: OppwaAccount,
  cursor: string | null,
  since: Date | null,
): Promise<ListResult> {
  const at = readCursor(cursor, account)
  const listed = await readPage(account, at, since)
  if (!listed.ok) return listed
  const { entries, unread, count, firstId } = listed
  const begin = firstId ?? ''
  const isEnd = count === 0 || (begin !== '' && begin === at.before)
  const next = isEnd
    ? { ...at, entity: at.entity + 1, page: 1, before: '', limit: limitFor(account), after: '' }
    : { ...at, page: at.page + 1, before: begin, after: '' }
  const isMore = next.entity < account.entityIds.length
  const doubtful = findDoubtfulRows(account, listed, since)
  const rows = await completeRows(account, doubtful, at.after)
  if (!rows.ok) return rows
  const page = mapPage(entries, unread, account.settings)
  const isKnown = ({ providerTransactionId: id }: { providerTransactionId: string | null }) =>
    id === null || !doubtful.includes(id)
  const read = {
    ok: true,
    snapshots: [...page.snapshots.filter(isKnown), ...rows.snapshots],
    malformed: [...page.malformed.filter(isKnown), ...rows.malformed],
  } as const
  if (rows.stopped !== null) {
    const { after, waitMs } = rows.stopped
    return { ...read, next: writeCursor({ ...at, after }), waitMs }
  }
  return { ...read, next: isMore ? writeCursor(next) : null }
}

/**
 * The result codes of the first payments of a list: enough to test a connection, and no other read
 * is made.
 */
export async function listResultCodes(
  account: OppwaAccount,
): Promise<{ readonly ok: true; readonly codes: readonly string[] } | ReadFailure> {
  const read = await readPage(account, readCursor(null, account), null)
  if (!read.ok) return read
  const first = read.entries.filter(({ paymentType }) => ROOT_TYPES.includes(paymentType))
  return { ok: true, codes: first.map(({ result }) => result.code) }
}

/** One page as the platform has it; its "not found" is an empty one. */
async function readPage(
  account: OppwaAccount,
  at: Cursor,
  since: Date | null,
): Promise<EntriesResult> {
  const { readTimeoutMs } = LIMITS.provider
  const query = queryOf(account, at, since)
  const read = readEntries(await account.session.get('/v3/query', query, readTimeoutMs))
  return !read.ok && read.problem === 'not_found' ? NOTHING : read
}

const NOTHING = { ok: true, entries: [], unread: [], count: 0, firstId: null } as const

function queryOf(
  { settings, entityIds }: OppwaAccount,
  { untilMs, entity, page, limit }: Cursor,
  since: Date | null,
): Fields {
  const earliestMs = untilMs - settings.listDays * DAY_MS
  return {
    entityId: entityIds[entity] ?? entityIds[0],
    includeLinkedTransactions: 'true',
    ...(since === null && { paymentTypes: ROOT_TYPES.join(',') }),
    'date.from': wireTime(Math.max(earliestMs, since?.getTime() ?? 0)),
    'date.to': wireTime(untilMs),
    limit: String(limit),
    pageNo: String(page),
  }
}

function readCursor(cursor: string | null, account: OppwaAccount): Cursor {
  const [until, entity, page, before, limit, after = ''] = cursor?.split('|') ?? []
  return {
    untilMs: until === undefined ? account.nowMs() : Number(until),
    entity: Number(entity ?? 0),
    page: Number(page ?? 1),
    before: before ?? '',
    // Cursors of earlier versions name none.
    limit: Number(limit ?? (cursor === null ? limitFor(account) : LIMITS.page.providerList)),
    after,
  }
}

function writeCursor({ untilMs, entity, page, before, limit, after }: Cursor): string {
  return [untilMs, entity, page, before, limit, after].join('|')
}

/** Fewer where payments may have to be read one by one: a page must not outlast its turn. */
function limitFor({ reports }: OppwaAccount): number {
  const { providerList, providerListBare } = LIMITS.page
  return reports.listsLinked === 'included' ? providerList : providerListBare
}

/** `2025-03-05 13:27:41`, in universal time as all times of the platform; a begun second counts. */
function wireTime(ms: number): string {
  return new Date(Math.ceil(ms / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

/**
 * The payments of a page of the list, each by itself: what is wrong with one leaves the others as
 * they are. A payment with an operation that makes no sense has no totals, and is malformed as well.
 */
export function mapPage(
  entries: readonly OppwaEntry[],
  unread: readonly UnreadEntry[],
  settings: OppwaSettings,
): { snapshots: readonly TransactionSnapshot[]; malformed: readonly MalformedEntry[] } {
  const strays = entries.filter(isStray)
  const placed = entries.filter((entry) => !isStray(entry))
  const snapshots: TransactionSnapshot[] = []
  const malformed: MalformedEntry[] = [
    ...strays.map(({ id }) => malformedEntry(id, 'the operation refers to nothing')),
    ...unread.map(({ id, problem }) => malformedEntry(id, problem)),
  ]
  for (const { id } of placed.filter(isFirst)) {
    const mapped = mapPayment({ placed, strays, unread }, id, settings)
    if (mapped.ok) snapshots.push(mapped.snapshot)
    else malformed.push(malformedEntry(id, mapped.problem))
  }
  return { snapshots, malformed }
}

interface SortedEntries {
  readonly placed: readonly OppwaEntry[]
  readonly strays: readonly OppwaEntry[]
  readonly unread: readonly UnreadEntry[]
}

function mapPayment(
  { placed, strays, unread }: SortedEntries,
  id: string,
  settings: OppwaSettings,
): Mapped {
  const built = buildTree(placed, id, settings)
  if (!built.ok) return built
  const stray = strays.find((one) => hasSameOrder(one, built.tree.root.entry))
  if (stray !== undefined) return { ok: false, problem: `operation ${stray.id} refers to nothing` }
  const ids = new Set(built.tree.entries.map(({ entry }) => entry.id))
  const gap = unread.find(({ referencedId }) => referencedId !== null && ids.has(referencedId))
  if (gap === undefined) return mapTree(built.tree, settings)
  return { ok: false, problem: `an operation makes no sense (${gap.problem})` }
}

/** True where a stray names the payment's order: then it is missing from this payment's totals. */
function hasSameOrder(stray: OppwaEntry, { merchantTransactionId }: OppwaEntry): boolean {
  if (merchantTransactionId === undefined) return false
  return [stray.merchantInvoiceId, stray.merchantTransactionId].includes(merchantTransactionId)
}

function malformedEntry(providerTransactionId: string | null, problem: string): MalformedEntry {
  return { providerTransactionId, problem }
}
