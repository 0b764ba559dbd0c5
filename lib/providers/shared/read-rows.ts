import { LIMITS } from '@/lib/config/limits'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import type { ReadFailure, ReadResult } from '../port'
import { readFailure } from './results'

/** A payment of a list, by its own id or that of one of its operations. */
interface Row {
  readonly id: string
}

/** The payments of a page that have to be read one by one, and how far an earlier try came. */
interface Rows<Listed extends Row> {
  readonly rows: readonly Listed[]
  /** The id of the last one that was read; empty for none. */
  readonly after: string
}

/** Payments of a page of a list that were read one by one, and those that could not be read. */
export interface ReadRows {
  readonly ok: true
  readonly snapshots: readonly TransactionSnapshot[]
  readonly malformed: readonly MalformedEntry[]
  /** The limit that ended the reads before the end of the page; null where none did. */
  readonly stopped: Stop | null
}

interface Stop {
  /** The id of the last payment before those that remain. */
  readonly after: string
  /** Milliseconds until the provider allows more reads. */
  readonly waitMs: number
}

/**
 * Reads payments of a list one by one, a few side by side. One that cannot be read is reported and
 * does not stop the others. A limit on reads makes none unread: it ends the page, to go on behind
 * the last payment that was read. Credentials that are refused end it too, and so does a provider
 * that responds about none of several.
 */
export async function readRows<Listed extends Row>(
  { rows, after }: Rows<Listed>,
  read: (row: Listed) => Promise<ReadResult>,
): Promise<ReadRows | ReadFailure> {
  const snapshots: TransactionSnapshot[] = []
  const malformed: MalformedEntry[] = []
  const left = rows.slice(rows.findIndex(({ id }) => id === after) + 1)
  // Next 16.4 leaves a name that is imported as it is in the head of a loop, where the built code doesn't know it.
  const { readsAtOnce } = LIMITS.provider
  for (let start = 0; start < left.length; start += readsAtOnce) {
    const batch = left.slice(start, start + readsAtOnce)
    const results = await Promise.all(batch.map(read))
    const refused = results.find((one) => !one.ok && one.problem === 'unauthorized')
    if (refused?.ok === false) return refused
    const limits = results.filter(isLimited)
    const [limit] = limits
    const end = limit === undefined ? results.length : results.indexOf(limit)
    for (const [index, result] of results.slice(0, end).entries()) {
      if (result.ok) snapshots.push(result.snapshot)
      else malformed.push(unreadRow(batch[index], result))
    }
    if (limit === undefined) continue
    const last = left[start + end - 1]
    if (last === undefined) return limit
    const waitMs = Math.max(...limits.map((one) => one.waitMs))
    return { ok: true, snapshots, malformed, stopped: { after: last.id, waitMs } }
  }
  const away = malformed.filter(({ isUnavailable }) => isUnavailable)
  if (away.length > 1 && away.length === left.length) {
    return readFailure('unavailable', away[0]?.problem ?? '')
  }
  return { ok: true, snapshots, malformed, stopped: null }
}

function isLimited(result: ReadResult): result is ReadFailure & { readonly waitMs: number } {
  return !result.ok && result.waitMs !== undefined
}

function unreadRow(row: Row | undefined, { problem, message }: ReadFailure): MalformedEntry {
  const unread = { providerTransactionId: row?.id ?? null, problem: message }
  return problem === 'unavailable' ? { ...unread, isUnavailable: true } : unread
}
