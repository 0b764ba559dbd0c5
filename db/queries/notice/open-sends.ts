import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { NoticeKind } from '@/lib/domain/notice/notice'

/** The webhook as a receiver of digests; there is one. */
const WEBHOOK_RECEIVER = '00000000-0000-4000-8000-000000000042'

const NEWS = sql`now() - ${LIMITS.notice.newsMs} * interval '1 millisecond'`

/**
 * Opens a mail for each person for whom notices of the kind wait and whose hour is over, with all of
 * them in it. The row of person and kind is locked, so that of two instances one opens it. Returns their
 * number.
 */
export async function openMails(database: Database, kind: NoticeKind): Promise<number> {
  const opened = await database.run((db) =>
    db.execute(sql`
      with waiting as materialized (
        select distinct user_id from notice_recipients
        where kind = ${kind} and by_mail and send_id is null and read_at is null
          and created_at > ${NEWS} and not exists (
            select from notice_digests
            where receiver = user_id and notice_digests.kind = ${kind} and next_at > now()
          )
        limit ${LIMITS.notice.digest.atOnce}
      ),
      turn as (
        insert into notice_digests as digest (receiver, kind, next_at)
        select user_id, ${kind}, 'infinity' from waiting
        on conflict (receiver, kind) do update set next_at = 'infinity'
        where digest.next_at <= now()
        returning receiver
      ),
      send as (
        insert into notice_sends (id, receiver, user_id, kind)
        select gen_random_uuid(), receiver, receiver, ${kind} from turn
        returning id, receiver
      )
      update notice_recipients as recipient set send_id = send.id from send
      where recipient.user_id = send.receiver and recipient.kind = ${kind} and recipient.by_mail
        and recipient.send_id is null and recipient.read_at is null and recipient.created_at > ${NEWS}
      returning recipient.notice_id`),
  )
  return opened.length
}

/** The same for the webhook, of which there is one for all. */
export async function openCall(database: Database, kind: NoticeKind): Promise<number> {
  const isWaiting = sql`notices.kind = ${kind} and notices.for_webhook
    and notices.send_id is null and notices.created_at > ${NEWS}`
  const opened = await database.run((db) =>
    db.execute(sql`
      with turn as (
        insert into notice_digests as digest (receiver, kind, next_at)
        select ${WEBHOOK_RECEIVER}::uuid, ${kind}, 'infinity'
        where exists (select from notices where ${isWaiting})
        on conflict (receiver, kind) do update set next_at = 'infinity'
        where digest.next_at <= now()
        returning receiver
      ),
      send as (
        insert into notice_sends (id, receiver, kind)
        select gen_random_uuid(), receiver, ${kind} from turn
        returning id
      )
      update notices set send_id = send.id from send where ${isWaiting}
      returning notices.id`),
  )
  return opened.length
}
