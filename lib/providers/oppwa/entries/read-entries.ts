import type { z } from 'zod'
import { plainStatusDetail } from '@/lib/domain/operation/status-detail'
import type { HttpResponse } from '../../http/send-request'
import type { ReadFailure, ReadProblem } from '../../port'
import { describeFirstIssue, idOf } from '../../shared/fields'
import { limitedRead, readFailure } from '../../shared/results'
import { oppwaEntry, oppwaPlace, oppwaReport, type OppwaEntry } from '../schema'
import { ROOT_TYPES } from './payment-tree'
import { readResult } from './read-result'
import type { ResultMeaning } from './result-meaning'

/** A malformed entry, with its place in the tree as far as that can be read. */
export interface UnreadEntry {
  readonly id: string | null
  readonly referencedId: string | null
  /** True for a payment, as far as can be read; anything else could belong to one. */
  readonly isFirst: boolean
  readonly problem: string
}

export type EntriesResult =
  | {
      readonly ok: true
      readonly entries: readonly OppwaEntry[]
      readonly unread: readonly UnreadEntry[]
      /** The number of values in the report, with those that are no payment. */
      readonly count: number
      /** The id of the first of them; null where it has none. */
      readonly firstId: string | null
    }
  | ReadFailure

/**
 * The entries of a report, whichever of its shapes it has: a list, one payment, or both. Only the
 * provider's own "not found" means that there is nothing; an answer without a list is none (§6.2).
 * Of a list that is there and empty, the caller knows what it means. Registrations, which are no
 * payments, are left out.
 */
export function readEntries(response: HttpResponse): EntriesResult {
  if (response.kind !== 'answer')
    return readFailure('unavailable', plainStatusDetail(response.problem))
  const result = readResult(response, true)
  const listed = oppwaReport.safeParse(result.json).data
  const list = listed?.payments ?? listed?.records
  const values = isPayment(result.json) ? [result.json, ...(list ?? [])] : (list ?? [])
  if (values.length === 0 && result.meaning === 'rate_limited') {
    return limitedRead(response, result.message, Date.now())
  }
  if (values.length === 0 && result.meaning !== 'done') {
    return readFailure(readProblem(result.meaning), result.message)
  }
  if (values.length === 0 && list === undefined) {
    return readFailure('malformed', 'the report holds no entries')
  }
  const entries: OppwaEntry[] = []
  const unread: UnreadEntry[] = []
  for (const value of values) {
    if (isRegistration(value)) continue
    const parsed = oppwaEntry.safeParse(value)
    if (parsed.success) entries.push(parsed.data)
    else unread.push(unreadEntry(value, parsed.error))
  }
  return { ok: true, entries, unread, count: values.length, firstId: idOf(values[0]) }
}

function unreadEntry(value: unknown, error: z.ZodError): UnreadEntry {
  const place = oppwaPlace.safeParse(value).data
  return {
    id: place?.id ?? null,
    referencedId: place?.referencedId ?? null,
    isFirst: ROOT_TYPES.some((type) => type === place?.paymentType),
    problem: describeFirstIssue(error),
  }
}

/** Without a type, an amount, and a payment that it would belong to. */
function isRegistration(value: unknown): boolean {
  const place = oppwaPlace.safeParse(value).data
  if (place === undefined) return false
  const { paymentType, amount, referencedId } = place
  return (paymentType ?? amount ?? null) === null && !referencedId
}

function isPayment(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'id' in json && 'paymentType' in json
}

function readProblem(meaning: ResultMeaning): ReadProblem {
  if (meaning === 'not_found') return 'not_found'
  return meaning === 'unauthorized' ? 'unauthorized' : 'unavailable'
}
