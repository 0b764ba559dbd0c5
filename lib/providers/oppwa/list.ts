import { LIMITS } from '@/lib/config/limits'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import type { ListResult } from '../port'
import { buildTree, isStray, ROOT_TYPES } from './entries/payment-tree'
import { readEntries, type UnreadEntry } from './entries/read-entries'
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
  const at = readCursor(cursor, account.nowMs())
  const response = await account.session.get(
    '/v3/query',
    queryOf(account, at, since),
    LIMITS.provider.readTimeoutMs,
  )
  const read = readEntries(response)
  if (!read.ok && read.problem !== 'not_found') return read
  const { entries, unread } = read.ok ? read : { entries: [], unread: [] }
  const [first] = [...entries, ...unread]
  const begin = first?.id ?? ''
  const isEnd = first === undefined || (begin !== '' && begin === at.before)
  const next = isEnd
    ? { ...at, entity: at.entity + 1, page: 1, before: '' }
    : { ...at, page: at.page + 1, before: begin }
  const isMore = next.entity < account.entityIds.length
  const page = mapPage(entries, unread, account.settings)
  return { ok: true, ...page, next: isMore ? writeCursor(next) : null }
}

function queryOf(
  { settings, entityIds }: OppwaAccount,
  { untilMs, entity, page }: Cursor,
  since: Date | null,
): Fields {
  const earliestMs = untilMs - settings.listDays * DAY_MS
  return {
    entityId: entityIds[entity] ?? entityIds[0],
    includeLinkedTransactions: 'true',
    ...(since === null && { paymentTypes: ROOT_TYPES.join(',') }),
    'date.from': wireTime(Math.max(earliestMs, since?.getTime() ?? 0)),
    'date.to': wireTime(untilMs),
    limit: String(LIMITS.page.providerList),
    pageNo: String(page),
  }
}

function readCursor(cursor: string | null, nowMs: number): Cursor {
  const [until = nowMs, entity = 0, page = 1, before = ''] = cursor?.split('|') ?? []
  return { untilMs: Number(until), entity: Number(entity), page: Number(page), before }
}

function writeCursor({ untilMs, entity, page, before }: Cursor): string {
  return [untilMs, entity, page, before].join('|')
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
  for (const { id, paymentType } of placed) {
    if (!ROOT_TYPES.includes(paymentType)) continue
    const mapped = mapPayment(placed, unread, id, settings)
    if (mapped.ok) snapshots.push(mapped.snapshot)
    else malformed.push(malformedEntry(id, mapped.problem))
  }
  return { snapshots, malformed }
}

function mapPayment(
  entries: readonly OppwaEntry[],
  unread: readonly UnreadEntry[],
  id: string,
  settings: OppwaSettings,
): Mapped {
  const built = buildTree(entries, id, settings)
  if (!built.ok) return built
  const ids = new Set(built.tree.entries.map(({ entry }) => entry.id))
  const gap = unread.find(({ referencedId }) => referencedId !== null && ids.has(referencedId))
  if (gap === undefined) return mapTree(built.tree, settings)
  return { ok: false, problem: `an operation makes no sense (${gap.problem})` }
}

function malformedEntry(providerTransactionId: string | null, problem: string): MalformedEntry {
  return { providerTransactionId, problem }
}
