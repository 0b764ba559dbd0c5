import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { HAS_DEADLINE, HELD, moment } from '@/db/queries/listing/list-deadline'
import { transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import { rolesReached, usualChoice } from '@/lib/domain/access/notice-audience'
import type { NoticeKind } from '@/lib/domain/notice/notice'

/** The day of the business, for which people are told what expires. */
export interface BusinessDay {
  /** "2026-12-01" */
  readonly day: string
  readonly now: Date
  /** Its end. */
  readonly before: Date
}

interface Raising {
  readonly today: BusinessDay
  /** False where there is no mail server: then no one is to be mailed, now or later. */
  readonly canMail: boolean
}

/**
 * Raises the notices of a kind that are due and were not raised before, each with the people whom it
 * reaches, in one statement. Of instances that find the same one raises it. Returns their number.
 */
export async function raiseNotices(
  database: Database,
  kind: NoticeKind,
  { today, canMail }: Raising,
): Promise<number> {
  const raised = await database.run((db) =>
    db.execute(sql`
      with found as materialized (${FOUND[kind](today)}),
      raised as (
        insert into notices (
          id, key, kind, transaction_id, operation_id, batch_id, connection_id, amount_minor,
          currency, day, at, for_webhook
        )
        select gen_random_uuid(), key, ${kind}, transaction_id, operation_id, batch_id,
          connection_id, amount_minor, currency, day, at, coalesce((
            select value -> 'kinds' @> to_jsonb(${kind}::text) from organization_settings
            where organization_settings.key = 'notice_webhook'
          ), false)
        from found
        on conflict (key) do nothing
        returning *
      ),
      recipients as (
        insert into notice_recipients (
          notice_id, user_id, kind, connection_id, created_at, line, in_bell, by_mail
        )
        select raised.id, users.id, raised.kind, raised.connection_id, raised.created_at,
          coalesce(raised.kind || ':' || raised.day, raised.id::text),
          coalesce(choice.bell, audience.bell),
          ${canMail} and coalesce(choice.mail, audience.mail)
        from raised cross join users
          join (${audienceOf(kind)}) as audience (role, bell, mail) on audience.role = users.role
          left join notice_choices as choice
            on choice.user_id = users.id and choice.kind = raised.kind
        where ${isReached(sql`raised`)} and (
          coalesce(choice.bell, audience.bell)
          or (${canMail} and coalesce(choice.mail, audience.mail))
        )
      )
      select id from raised`),
  )
  return raised.length
}

/**
 * True of a row of `users` whom a notice may reach: one who can sign in, and sees its payments. A batch
 * is for who started it.
 */
export function isReached(notice: SQL): SQL {
  return sql`(
    users.disabled_at is null and (
      users.password_hash is not null
      or exists (select from person_identities where person_identities.user_id = users.id)
    ) and (
      ${notice}.connection_id is null or users.connection_ids is null
      or ${notice}.connection_id = any(users.connection_ids)
    ) and (
      ${notice}.batch_id is null
      or users.id = (select actor_id from batches where batches.id = ${notice}.batch_id)
    )
  )`
}

function audienceOf(kind: NoticeKind): SQL {
  const rows = rolesReached(kind).map((role) => {
    const { bell, mail } = usualChoice(role, kind)
    return sql`(${role}::text, ${bell}::boolean, ${mail}::boolean)`
  })
  return sql`values ${sql.join(rows, sql`, `)}`
}

const ofMs = (durationMs: number): SQL => sql`${durationMs} * interval '1 millisecond'`

/** What is not raised yet of a key. */
const isNew = (key: SQL): SQL => sql`not exists (select from notices where notices.key = ${key})`

/** The rows of each kind: what it is about, its sum, and its time. */
const FOUND: Readonly<Record<NoticeKind, (today: BusinessDay) => SQL>> = {
  expiring_today: ({ day, now, before }) => {
    const key = sql`('expiring_today:' || ${transactions.id} || ':' || ${day}::text)`
    return sql`
      select ${key} as key, ${transactions.id} as transaction_id, null::uuid as operation_id,
        null::uuid as batch_id, ${transactions.connectionId} as connection_id,
        ${HELD} as amount_minor, ${transactions.currency} as currency, ${day}::date as day,
        ${transactions.captureBy} as at
      from transactions join connections on connections.id = ${transactions.connectionId}
      where ${HAS_DEADLINE} and ${transactions.captureBy} >= ${moment(now)}
        and ${transactions.captureBy} < ${moment(before)}
        and connections.closed_at is null and ${isNew(key)}
      order by ${transactions.captureBy}
      limit ${LIMITS.notice.atOnce}`
  },
  unknown_long: () =>
    ofOperations('unknown_long', {
      condition: sql`operation.state = 'unknown'
        and coalesce(operation.sent_at, operation.created_at)
          < now() - ${ofMs(LIMITS.notice.unknownAfterMs)}`,
      at: sql`coalesce(operation.sent_at, operation.created_at)`,
    }),
  review_waiting: () =>
    ofOperations('review_waiting', {
      condition: sql`operation.state = 'needs_review'`,
      at: sql`operation.created_at`,
    }),
  // A refusal of the send itself was the response that its person got.
  refund_failed: () =>
    ofOperations('refund_failed', {
      condition: sql`operation.kind = 'refund' and operation.state in ('refused', 'not_sent')
        and operation.settled_at > now() - ${ofMs(LIMITS.notice.newsMs)} and exists (
          select from attempts where attempts.operation_id = operation.id
            and coalesce(attempts.outcome, 'unknown') in ('pending', 'unknown')
        )`,
      at: sql`operation.settled_at`,
    }),
  // One that stopped by itself may stop again after it was resumed.
  batch_ended: () => {
    const key = sql`('batch_ended:' || batch.id || ':' || batch.state || ':' || case
      when batch.state = 'stopped' then coalesce(extract(epoch from batch.running_since), 0)::text
      else ''
    end)`
    return sql`
      select ${key} as key, null::uuid as transaction_id, null::uuid as operation_id,
        batch.id as batch_id, null::uuid as connection_id, null::bigint as amount_minor,
        null::text as currency, null::date as day, coalesce(batch.ended_at, now()) as at
      from batches as batch
      where (
        (batch.state = 'ended' and batch.ended_at > now() - ${ofMs(LIMITS.notice.newsMs)})
        or batch.state = 'stopped'
      ) and ${isNew(key)}
      limit ${LIMITS.notice.atOnce}`
  },
}

function ofOperations(
  kind: NoticeKind,
  { condition, at }: { readonly condition: SQL; readonly at: SQL },
): SQL {
  const key = sql`(${`${kind}:`}::text || operation.id)`
  return sql`
    select ${key} as key, operation.transaction_id, operation.id as operation_id,
      null::uuid as batch_id, transactions.connection_id, operation.amount_minor,
      operation.currency, null::date as day, ${at} as at
    from operations as operation
      join transactions on transactions.id = operation.transaction_id
    where ${condition} and ${isNew(key)}
    order by operation.created_at
    limit ${LIMITS.notice.atOnce}`
}
