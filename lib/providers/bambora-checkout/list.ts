import { LIMITS } from '@/lib/config/limits'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import type { ListResult, ReadFailure } from '../port'
import { describeFirstIssue, idOf } from '../shared/fields'
import { readFailure } from '../shared/results'
import type { PaymentReader } from './parts/reader'
import { transactionSchema } from './schema'

/**
 * One page of the list with the history of each payment. A short page is not the end: the server's
 * largest page is not known; an empty page is, or a key that stands still (clarification 2).
 */
export async function listPage(reader: PaymentReader, cursor: string | null): Promise<ListResult> {
  const query = new URLSearchParams({
    pagesize: String(LIMITS.page.providerListBare),
    ...(cursor !== null && { exclusivestartkey: cursor }),
  })
  const read = await reader.get('merchant', `/transactions?${query.toString()}`)
  if (!read.ok) return read
  const { body, meta } = read.value
  const key = meta.paging?.lastevaluatedkey ?? null
  const entries = entriesOf(body)
  if (entries === null) {
    return readFailure('malformed', 'the answer holds no list')
  }
  const snapshots: TransactionSnapshot[] = []
  const malformed: MalformedEntry[] = []
  for (let start = 0; start < entries.length; start += LIMITS.provider.readsAtOnce) {
    const batch = entries.slice(start, start + LIMITS.provider.readsAtOnce)
    for (const result of await Promise.all(batch.map((entry) => readEntry(reader, entry)))) {
      if ('ok' in result) return result
      if ('totals' in result) snapshots.push(result)
      else malformed.push(result)
    }
  }
  const isEnd = entries.length === 0 || key === cursor
  return { ok: true, snapshots, malformed, next: isEnd ? null : key }
}

/** The payment, or what is wrong with this one; a provider that cannot be reached ends the page. */
async function readEntry(
  reader: PaymentReader,
  entry: unknown,
): Promise<TransactionSnapshot | MalformedEntry | ReadFailure> {
  const parsed = transactionSchema.safeParse(entry)
  if (!parsed.success) {
    return { providerTransactionId: idOf(entry), problem: describeFirstIssue(parsed.error) }
  }
  const read = await reader.listed(parsed.data)
  if (read.ok) return read.snapshot
  if (read.problem === 'unavailable' || read.problem === 'unauthorized') return { ...read }
  return { providerTransactionId: parsed.data.id, problem: read.message }
}

function entriesOf(body: unknown): readonly unknown[] | null {
  if (typeof body !== 'object' || body === null || !('transactions' in body)) return null
  return Array.isArray(body.transactions) ? (body.transactions as readonly unknown[]) : null
}
