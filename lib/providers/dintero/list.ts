import { LIMITS } from '@/lib/config/limits'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import type { ListResult } from '../port'
import { idOf } from '../shared/fields'
import { mapTransaction } from './mapper'

/**
 * The filters of the list by change, one after the other; voids and changes of the authorization
 * are in none of them (fact sheet §4).
 */
const CHANGES = ['created_at.gte', 'captured_at.gte', 'refunded_at.gte'] as const

/** A cursor is the number of the question and the id after which its answer goes on. */
interface Place {
  readonly question: number
  readonly after: string
}

const START: Place = { question: 0, after: '' }

/** The query of one page: of everything, or of what changed since (fact sheet §4). */
export function listQuery(cursor: string | null, since: Date | null): string {
  const { question, after } = placeOf(cursor)
  const change = CHANGES[question]
  return new URLSearchParams({
    limit: String(LIMITS.page.providerList),
    includes: 'events.request_headers',
    ...(since !== null && change !== undefined && { [change]: since.toISOString() }),
    ...(after !== '' && { starting_after: after }),
  }).toString()
}

/** The page that answers a query with this cursor. */
export function readPage(value: unknown, cursor: string | null, since: Date | null): ListResult {
  if (!Array.isArray(value)) {
    return { ok: false, problem: 'malformed', message: 'the list is not an array' }
  }
  const entries: readonly unknown[] = value
  const snapshots: TransactionSnapshot[] = []
  const malformed: MalformedEntry[] = []
  for (const entry of entries) {
    const mapped = mapTransaction(entry)
    if (mapped.ok) {
      snapshots.push(mapped.snapshot)
    } else {
      const { providerTransactionId, problem } = mapped
      malformed.push({ providerTransactionId, problem })
    }
  }
  return { ok: true, snapshots, malformed, next: nextCursor(entries, placeOf(cursor), since) }
}

function placeOf(cursor: string | null): Place {
  const [, question, after] = /^(\d):(.*)$/.exec(cursor ?? '') ?? []
  return question === undefined || after === undefined
    ? START
    : { question: Number(question), after }
}

/** After the last entry that has an id, unless the page was not full: then the next question. */
function nextCursor(
  entries: readonly unknown[],
  { question }: Place,
  since: Date | null,
): string | null {
  const last = entries.length < LIMITS.page.providerList ? null : lastId(entries)
  if (last !== null) return `${question}:${last}`
  return since !== null && question + 1 < CHANGES.length ? `${question + 1}:` : null
}

function lastId(entries: readonly unknown[]): string | null {
  for (const entry of entries.toReversed()) {
    const id = idOf(entry)
    if (id !== null) return id
  }
  return null
}
