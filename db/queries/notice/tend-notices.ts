import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'

/** True of a notice with which there is nothing to do any more. */
const IS_OVER: SQL = sql`case notices.kind
  when 'unknown_long' then not exists (
    select from operations where operations.id = notices.operation_id and state = 'unknown'
  )
  when 'review_waiting' then not exists (
    select from operations where operations.id = notices.operation_id and state = 'needs_review'
  )
  when 'expiring_today' then notices.at <= now() or not exists (
    select from transactions where transactions.id = notices.transaction_id
      and authorized_minor - captured_minor - released_minor > 0
      and capture_by <= notices.at
  )
  else false
end`

/**
 * What is over counts as read, so that the bell and the mails have what is left to do. Returns the
 * number of its recipients.
 */
export async function readWhatIsOver(database: Database): Promise<number> {
  const read = await database.run((db) =>
    db.execute(sql`
      update notice_recipients as recipient set read_at = now()
      from notices
      where notices.id = recipient.notice_id and recipient.read_at is null
        and notices.kind in ('unknown_long', 'review_waiting', 'expiring_today') and ${IS_OVER}
      returning recipient.notice_id`),
  )
  return read.length
}

/**
 * Deletes notices and sends whose time is over, a bounded number. One whose operation is still open
 * stays: without it the same would be raised anew.
 */
export async function forgetNotices(database: Database): Promise<number> {
  const { keptMs, deletedAtOnce } = LIMITS.notice
  const before = sql`now() - ${keptMs} * interval '1 millisecond'`
  const forgotten = await database.run((db) =>
    db.execute(sql`
      with sends as (
        delete from notice_sends where id in (
          select id from notice_sends where created_at < ${before} and state <> 'open'
          order by created_at limit ${deletedAtOnce}
        )
      )
      delete from notices where id in (
        select notices.id from notices
          left join operations on operations.id = notices.operation_id
        where notices.created_at < ${before}
          and (operations.id is null or operations.settled_at is not null)
          and (notices.batch_id is null or not exists (
            select from batches where batches.id = notices.batch_id and state = 'stopped'
          ))
        order by notices.created_at limit ${deletedAtOnce}
      )
      returning id`),
  )
  return forgotten.length
}
