import type { z } from 'zod'
import { LIMITS } from '@/lib/config/limits'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import type { ListResult } from '../port'
import { describeFirstIssue, idOf } from '../shared/fields'
import { readRows } from '../shared/read-rows'
import { readFailure } from '../shared/results'
import type { PaymentReader } from './parts/reader'
import { transactionSchema, type BamboraTransaction } from './schema'

/**
 * One page of the list with the history of each payment. A short page is not the end: the server's
 * largest page is not known; an empty page is, or a key that stands still (clarification 2).
 */
export async function listPage(reader: PaymentReader, cursor: string | null): Promise<ListResult> {
  const place = placeOf(cursor)
  const query = new URLSearchParams({
    pagesize: String(LIMITS.page.providerListBare),
    ...(place.key !== '' && { exclusivestartkey: place.key }),
  })
  const read = await reader.get('merchant', `/transactions?${query.toString()}`)
  if (!read.ok) return read
  const { body, meta } = read.value
  const key = meta.paging?.lastevaluatedkey ?? null
  const entries = entriesOf(body)
  if (entries === null) {
    return readFailure('malformed', 'the answer holds no list')
  }
  const malformed: MalformedEntry[] = []
  const listed: BamboraTransaction[] = []
  for (const entry of entries) {
    const parsed = transactionSchema.safeParse(entry)
    if (parsed.success) listed.push(parsed.data)
    else malformed.push(malformedEntry(entry, parsed.error))
  }
  const { after } = place
  const rows = await readRows({ rows: listed, after }, (one) => reader.listed(one))
  if (!rows.ok) return rows
  const page = {
    ok: true,
    snapshots: rows.snapshots,
    malformed: [...malformed, ...rows.malformed],
  } as const
  if (rows.stopped !== null) {
    const { after, waitMs } = rows.stopped
    return { ...page, next: `after ${after} ${place.key}`, waitMs }
  }
  const isEnd = entries.length === 0 || key === place.key
  return { ...page, next: isEnd ? null : key }
}

/** A page by the provider's key of it, and the payment behind which a limit cut it short. */
interface Place {
  /** Empty for the first page. */
  readonly key: string
  /** Empty where the page begins. */
  readonly after: string
}

/** A cursor is the key alone, but for the rest of a page. */
function placeOf(cursor: string | null): Place {
  const [, after, key] = /^after (\d+) (.*)$/s.exec(cursor ?? '') ?? []
  return after === undefined || key === undefined
    ? { key: cursor ?? '', after: '' }
    : { key, after }
}

function malformedEntry(entry: unknown, error: z.ZodError): MalformedEntry {
  return { providerTransactionId: idOf(entry), problem: describeFirstIssue(error) }
}

function entriesOf(body: unknown): readonly unknown[] | null {
  if (typeof body !== 'object' || body === null || !('transactions' in body)) return null
  return Array.isArray(body.transactions) ? (body.transactions as readonly unknown[]) : null
}
