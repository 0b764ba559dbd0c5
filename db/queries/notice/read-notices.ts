import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { noticeKindsFor } from '@/lib/domain/access/notice-audience'
import type { NoticeLine } from '@/lib/domain/view/notice-line'

type Reader = Pick<Actor, 'userId' | 'role' | 'scope'>

/** The number of lines that the reader has not read, within what the reader may see now. */
export async function countUnreadNotices(database: Database, reader: Reader): Promise<number> {
  const [row] = await database.run((db) =>
    db.execute<{ count: number }>(sql`
      select count(distinct line)::int as count from notice_recipients as recipient
      where ${isOwn(reader)} and recipient.read_at is null`),
  )
  return row?.count ?? 0
}

/** In the bell of the reader; rights and scope are those of now, whatever they were. */
function isOwn({ userId, role, scope }: Reader): SQL {
  const kinds = sql.join(
    noticeKindsFor(role).map((kind) => sql`${kind}`),
    sql`, `,
  )
  const isSeen = withinScope(scope, sql`recipient.connection_id`)
  return sql`recipient.user_id = ${userId}::uuid and recipient.in_bell and recipient.kind in (${kinds})
    and ${isSeen === undefined ? sql`true` : sql`(recipient.connection_id is null or ${isSeen})`}`
}

/** The newest lines of the reader; what expires on one day is one line. */
export async function listNotices(
  database: Database,
  reader: Reader,
): Promise<readonly NoticeLine[]> {
  const rows = await database.run((db) =>
    db.execute<NoticeLine & Record<string, unknown>>(sql`
      with lines as (
        select line, max(created_at) as newest, bool_and(read_at is not null) as is_read,
          count(*)::int as count, (array_agg(notice_id order by created_at desc))[1] as notice_id
        from notice_recipients as recipient where ${isOwn(reader)}
        group by line order by newest desc, line limit ${LIMITS.notice.linesShown}
      )
      select lines.line, notices.kind, lines.count, lines.is_read as "isRead",
        ${isoTime(sql`lines.newest`)} as "createdAt", notices.day::text as day,
        notices.operation_id as "operationId", notices.batch_id as "batchId",
        batches.kind as "batchKind", notices.key like 'batch_ended:%:stopped:%' as "isStopped",
        operations.kind as "operationKind", operations.state as "operationState",
        transactions.order_reference as "orderReference", connections.provider,
        case when notices.day is null then ${isoTime(sql`notices.at`)}
          else (
            select ${isoTime(sql`min(expiring.at)`)} from notice_recipients as recipient
              join notices as expiring on expiring.id = recipient.notice_id
            where recipient.line = lines.line and ${isOwn(reader)}
          )
        end as at,
        case
          when notices.amount_minor is null then '[]'::jsonb
          when notices.day is null then jsonb_build_array(jsonb_build_object(
            'currency', notices.currency, 'amountMinor', notices.amount_minor
          ))
          else (
            select jsonb_agg(sums order by sums.currency) from (
              select expiring.currency, sum(expiring.amount_minor)::bigint as "amountMinor"
              from notice_recipients as recipient join notices as expiring on expiring.id = recipient.notice_id
              where recipient.line = lines.line and ${isOwn(reader)}
              group by expiring.currency
            ) as sums
          )
        end as sums
      from lines join notices on notices.id = lines.notice_id
        left join operations on operations.id = notices.operation_id
        left join transactions on transactions.id = notices.transaction_id
        left join connections on connections.id = notices.connection_id
        left join batches on batches.id = notices.batch_id
      order by lines.newest desc, lines.line`),
  )
  return Array.from(rows)
}

/** Marks lines of the reader as read, or all of them for null. */
export async function markNoticesRead(
  database: Database,
  userId: string,
  line: string | null,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update notice_recipients set read_at = now()
      where user_id = ${userId}::uuid and in_bell and read_at is null
        and (${line}::text is null or line = ${line}::text)`),
  )
}
