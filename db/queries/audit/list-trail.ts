import { and, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { ofPaymentWithin } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { ACTION_PREFIXES, type TrailSubject } from '@/lib/domain/audit/audit-actions'
import type { TrailEntry, TrailPage } from '@/lib/domain/audit/trail'
import { encodeTrailPosition, type TrailPosition } from '@/lib/domain/audit/trail-query'

/** What of the trail is wanted, with everything that a person wrote already understood. */
export interface TrailFilter {
  readonly subject: TrailSubject | null
  readonly actorId: string | null
  /** Only entries about this payment. */
  readonly paymentId: string | null
  /** From this moment on; null for the beginning. */
  readonly from: Date | null
  /** Before this moment. */
  readonly before: Date
  readonly after: TrailPosition | null
}

type Row = TrailEntry & Record<string, unknown>

const DAY_MS = 86_400_000

/**
 * A page of the audit trail, the newest entry first. It goes back day by day, each time twice as far, so
 * that a day's entries are sorted and never the whole trail; after `LIMITS.trail.days` it says how far
 * it came. Whoever does not see every connection sees what is about their payments, and their own acts.
 */
export async function listTrail(
  database: Database,
  reader: Pick<Actor, 'userId' | 'scope'>,
  filter: TrailFilter,
): Promise<TrailPage> {
  const { entries: size, days } = LIMITS.trail
  const condition = conditionOf(reader, filter)
  const { after } = filter
  let before = after === null ? filter.before : new Date(Date.parse(after.at) + 1)
  const entries: Row[] = []
  let isWhole = filter.paymentId !== null
  if (isWhole) entries.push(...(await selectEntries(database, condition, filter.from, size + 1)))
  for (let back = 1, span = 1; !isWhole && back <= days && entries.length <= size; span *= 2) {
    const start = new Date(before.getTime() - span * DAY_MS)
    isWhole = await beginsAfter(database, start, filter.from)
    const from = isWhole ? filter.from : start
    const within = sql`${condition} and at < ${before.toISOString()}::timestamptz`
    entries.push(...(await selectEntries(database, within, from, size + 1 - entries.length)))
    before = start
    back += span
  }
  const shown = entries.slice(0, size)
  const last = shown.at(-1)
  if (entries.length > size && last !== undefined) {
    return { entries: shown, next: encodeTrailPosition(last), searchedUntil: null }
  }
  if (isWhole) return { entries: shown, next: null, searchedUntil: null }
  const until = before.toISOString().replace('Z', '000Z')
  const next = encodeTrailPosition({ at: until, streamId: LAST_ID, sequence: 0 })
  return { entries: shown, next, searchedUntil: until }
}

/** Behind every stream of the same moment. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

function conditionOf({ userId, scope }: Pick<Actor, 'userId' | 'scope'>, filter: TrailFilter): SQL {
  const { subject, actorId, paymentId, before, after } = filter
  const inScope = ofPaymentWithin(scope, sql`stream_id`)
  const prefixes = subject === null ? [] : ACTION_PREFIXES[subject]
  const condition = and(
    sql`at < ${before.toISOString()}::timestamptz`,
    after === null
      ? undefined
      : sql`(at, stream_id, sequence) < (${after.at}::timestamptz, ${after.streamId}::uuid, ${after.sequence}::bigint)`,
    paymentId === null ? undefined : sql`stream_id = ${paymentId}::uuid`,
    actorId === null ? undefined : sql`actor_id = ${actorId}::uuid`,
    prefixes.length === 0
      ? undefined
      : sql`(${sql.join(
          prefixes.map((prefix) => sql`starts_with(action, ${prefix})`),
          sql` or `,
        )})`,
    inScope === undefined ? undefined : sql`(${inScope} or actor_id = ${userId}::uuid)`,
  )
  return condition ?? sql`true`
}

/** True when the trail, or what is wanted of it, begins after this moment. */
async function beginsAfter(database: Database, at: Date, from: Date | null): Promise<boolean> {
  if (from !== null && from >= at) return true
  const [earlier] = await database.run((db) =>
    db.execute(sql`
      select 1 from audit_entries where at < ${at.toISOString()}::timestamptz limit 1`),
  )
  return earlier === undefined
}

function selectEntries(
  database: Database,
  condition: SQL,
  from: Date | null,
  limit: number,
): Promise<readonly Row[]> {
  const begin = from === null ? sql`true` : sql`at >= ${from.toISOString()}::timestamptz`
  return database.run((db) =>
    db.execute<Row>(sql`
      with page as (
        select * from audit_entries where ${condition} and ${begin}
        order by at desc, stream_id desc, sequence desc
        limit ${limit}
      )
      select page.stream_id as "streamId", page.sequence::float8 as sequence,
        ${isoTime(sql`page.at`)} as at, page.action, page.actor_id as "actorId",
        page.actor_name as "actorName", page.actor_role as "actorRole", page.reason, page.address,
        page.operation_id as "operationId", page.detail,
        case when payment.id is not null then jsonb_build_object(
          'id', payment.id, 'orderReference', payment.order_reference
        ) end as payment,
        case when page.detail ? 'amountMinor' and page.detail ? 'kind' then jsonb_build_object(
          'kind', page.detail -> 'kind', 'amountMinor', page.detail -> 'amountMinor',
          'currency', page.detail -> 'currency'
        ) end as operation,
        coalesce(users.name, connections.name, page.detail ->> 'name') as about,
        batches.id as "batchId"
      from page
        left join transactions as payment on payment.id = page.stream_id
        left join users on users.id = page.stream_id
        left join connections on connections.id = page.stream_id
        left join batches on batches.id = page.stream_id
      order by page.at desc, page.stream_id desc, page.sequence desc`),
  )
}
