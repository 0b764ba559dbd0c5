import type { z } from 'zod'
import { plainStatusDetail } from '@/lib/domain/operation/status-detail'
import type { HttpResponse } from '../../http/send-request'
import type { ReadFailure, ReadProblem } from '../../port'
import { describeFirstIssue } from '../../shared/fields'
import { readFailure } from '../../shared/results'
import { oppwaEntry, oppwaPlace, oppwaReport, type OppwaEntry } from '../schema'
import { readResult } from './read-result'
import type { ResultMeaning } from './result-meaning'

/** A malformed entry, with its place in the tree as far as that can be read. */
export interface UnreadEntry {
  readonly id: string | null
  readonly referencedId: string | null
  readonly problem: string
}

export type EntriesResult =
  | {
      readonly ok: true
      readonly entries: readonly OppwaEntry[]
      readonly unread: readonly UnreadEntry[]
    }
  | ReadFailure

/**
 * The entries of a report, whichever of its shapes it has: a list, one payment, or both. Only the
 * provider's own "not found" means that there is nothing; an answer without entries is none (§6.2).
 */
export function readEntries(response: HttpResponse): EntriesResult {
  if (response.kind !== 'answer')
    return readFailure('unavailable', plainStatusDetail(response.problem))
  const result = readResult(response, true)
  const listed = oppwaReport.safeParse(result.json).data
  const list = listed?.payments ?? listed?.records ?? []
  const values = isPayment(result.json) ? [result.json, ...list] : list
  if (values.length === 0) {
    return result.meaning === 'done'
      ? readFailure('malformed', 'the report holds no entries')
      : readFailure(readProblem(result.meaning), result.message)
  }
  const entries: OppwaEntry[] = []
  const unread: UnreadEntry[] = []
  for (const value of values) {
    const parsed = oppwaEntry.safeParse(value)
    if (parsed.success) entries.push(parsed.data)
    else unread.push(unreadEntry(value, parsed.error))
  }
  return { ok: true, entries, unread }
}

function unreadEntry(value: unknown, error: z.ZodError): UnreadEntry {
  const place = oppwaPlace.safeParse(value).data
  return {
    id: place?.id ?? null,
    referencedId: place?.referencedId ?? null,
    problem: describeFirstIssue(error),
  }
}

function isPayment(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'id' in json && 'paymentType' in json
}

function readProblem(meaning: ResultMeaning): ReadProblem {
  if (meaning === 'not_found') return 'not_found'
  return meaning === 'unauthorized' ? 'unauthorized' : 'unavailable'
}
