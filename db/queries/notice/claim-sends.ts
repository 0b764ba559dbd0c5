import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { LIMITS } from '@/lib/config/limits'
import type { NoticeKind, SendProblem } from '@/lib/domain/notice/notice'

/** A send that this instance has taken up. */
export interface ClaimedSend extends Record<string, unknown> {
  readonly id: string
  readonly kind: NoticeKind
  /** Whom it is mailed to; null for the webhook. */
  readonly userId: string | null
  /** How often it was taken up, this time included. */
  readonly tries: number
  /** ISO 8601. */
  readonly createdAt: string
}

/** Takes up sends that are due; each is due again when its lease is over and it has not ended. */
export async function claimSends(database: Database): Promise<readonly ClaimedSend[]> {
  const { limit, leaseMs } = LIMITS.notice.send.claim
  const rows = await database.run((db) =>
    db.execute<ClaimedSend>(sql`
      update notice_sends set tries = tries + 1, tried_at = now(),
        due_at = now() + ${leaseMs} * interval '1 millisecond'
      where id in (
        select id from notice_sends where state = 'open' and due_at <= now()
        order by due_at limit ${limit} for update skip locked
      )
      returning id, kind, user_id as "userId", tries, ${isoTime(sql`created_at`)} as "createdAt"`),
  )
  return Array.from(rows)
}

/** How a try went; `status` is that of a response. */
export type SendEnd =
  | { readonly end: 'sent'; readonly status: number | null }
  /** Nothing of it is left to be said. */
  | { readonly end: 'empty' }
  | {
      readonly end: 'failed' | 'retry'
      readonly problem: SendProblem
      readonly status: number | null
    }

/**
 * Writes how a try went; only by the instance that took it up last. The hour of the receiver begins when
 * the send has ended, so that no two reach one within it; it does not begin when nothing was sent.
 */
export async function endSend(
  database: Database,
  { id, tries }: Pick<ClaimedSend, 'id' | 'tries'>,
  ended: SendEnd,
): Promise<void> {
  const { everyMs } = LIMITS.notice.digest
  if (ended.end === 'retry') return putOff(database, { id, tries }, ended)
  const { problem, status } =
    ended.end === 'failed'
      ? ended
      : { problem: null, status: ended.end === 'sent' ? ended.status : null }
  const pauseMs = ended.end === 'empty' ? 0 : everyMs
  await database.run((db) =>
    db.execute(sql`
      with send as (
        update notice_sends set state = ${ended.end === 'failed' ? 'failed' : 'sent'},
          ended_at = now(), problem = ${problem}, status = ${status}
        where id = ${id}::uuid and state = 'open' and tries = ${tries}
        returning receiver, kind
      )
      update notice_digests as digest
      set next_at = now() + ${pauseMs} * interval '1 millisecond'
      from send where digest.receiver = send.receiver and digest.kind = send.kind`),
  )
}

async function putOff(
  database: Database,
  { id, tries }: Pick<ClaimedSend, 'id' | 'tries'>,
  { problem, status }: { readonly problem: SendProblem; readonly status: number | null },
): Promise<void> {
  const { retryMs } = LIMITS.notice.send
  const waitMs = retryMs[tries - 1] ?? retryMs.at(-1) ?? 0
  await database.run((db) =>
    db.execute(sql`
      update notice_sends set problem = ${problem}, status = ${status},
        due_at = now() + ${waitMs} * interval '1 millisecond'
      where id = ${id}::uuid and state = 'open' and tries = ${tries}`),
  )
}
