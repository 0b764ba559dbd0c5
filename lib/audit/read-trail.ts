import type { Database } from '@/db/client'
import { listTrail } from '@/db/queries/audit/list-trail'
import { findExactTransaction } from '@/db/queries/listing/find-exact'
import type { Actor } from '@/lib/domain/access/actor'
import type { TrailEntry, TrailPage } from '@/lib/domain/audit/trail'
import { decodeTrailPosition, type TrailQuery } from '@/lib/domain/audit/trail-query'
import { addDays, startOfDay } from '@/lib/domain/listing/local-day'

/** Who reads the trail, where and when. */
export type TrailReader = Pick<Actor, 'userId' | 'scope'> & {
  readonly timeZone: string
  readonly now: Date
}

/** Entries that are written while a page is read are on it, too. */
const AHEAD_MS = 60_000

/** A page of the trail; null where the payment that it is asked for is none, or is not one alone. */
export async function readTrail(
  database: Database,
  reader: TrailReader,
  { subject, actorId, payment, from, to, after }: TrailQuery,
): Promise<TrailPage | null> {
  const { timeZone, now } = reader
  const paymentId =
    payment === null ? null : await findExactTransaction(database, reader.scope, payment)
  if (payment !== null && paymentId === null) return null
  return listTrail(database, reader, {
    subject,
    actorId,
    paymentId,
    from: from === null ? null : startOfDay(from, timeZone),
    before: to === null ? new Date(now.getTime() + AHEAD_MS) : startOfDay(addDays(to, 1), timeZone),
    after: after === null ? null : decodeTrailPosition(after),
  })
}

/** The whole trail that a query asks for, page by page, the newest entry first. */
export async function* readWholeTrail(
  database: Database,
  reader: TrailReader,
  query: TrailQuery,
): AsyncGenerator<readonly TrailEntry[], void> {
  let after: string | null = null
  do {
    const page: TrailPage | null = await readTrail(database, reader, { ...query, after })
    if (page === null) return
    if (page.entries.length > 0) yield page.entries
    after = page.next
  } while (after !== null)
}
