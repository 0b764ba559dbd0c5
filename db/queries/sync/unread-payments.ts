import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { FailedRead } from '@/lib/domain/payment/unread-payment'

/** A failed read of one payment of a connection. */
export interface FailedReadWrite extends FailedRead {
  readonly connectionId: string
  /** Database time (ISO 8601) at which the read began. */
  readonly readAt: string
  /** True when the provider's list shows that there is such a payment. */
  readonly isListed: boolean
}

const { retryMs, unreadLongestMs } = LIMITS.reread

/** The next read by itself is due after twice the time of the one before, within bounds. */
const nextDue = sql`now() + least(
  ${retryMs}::float8 * power(2, least(unread.tries, 20)), ${unreadLongestMs}::float8
) * interval '1 millisecond'`

/**
 * Notes that a payment could not be read or kept. A read that a newer successful one has overtaken
 * is not noted. What the provider does not know, or does not respond about, is only noted of
 * payments that we know, that a list shows, or that are noted already. While it does not respond, the
 * reason that was found before stays. What its provider says something about is no read that is owed any more.
 */
export async function upsertUnreadPayment(
  database: Database,
  { connectionId, providerTransactionId, reason, detail, readAt, isListed }: FailedReadWrite,
): Promise<void> {
  const id = uuidv7()
  await database.run((db) =>
    db.execute(sql`
      with known as (
        select id, read_at from transactions
        where connection_id = ${connectionId} and provider_transaction_id = ${providerTransactionId}
      ),
      done as (
        update scheduled_reads set owed_since = null from known
        where transaction_id = known.id and ${reason}::text <> 'unavailable'
      )
      insert into unread_payments as unread (
        id, connection_id, provider_transaction_id, reason, detail, due_at
      )
      select ${id}::uuid, ${connectionId}::uuid, ${providerTransactionId}::text, ${reason}::text,
        ${detail}::text, now() + ${retryMs}::float8 * interval '1 millisecond'
      where not exists (select from known where read_at > ${readAt}::timestamptz)
        and (
          ${isListed}::boolean or ${reason}::text not in ('not_found', 'unavailable')
          or exists (select from known)
          or exists (
            select from unread_payments as noted
            where noted.connection_id = ${connectionId}
              and noted.provider_transaction_id = ${providerTransactionId}
          )
        )
      on conflict (connection_id, provider_transaction_id) do update set
        reason = case when excluded.reason = 'unavailable' then unread.reason else excluded.reason end,
        detail = case when excluded.reason = 'unavailable' then unread.detail else excluded.detail end,
        tried_at = now(),
        tries = unread.tries + 1,
        due_at = ${nextDue}`),
  )
}

/** An unread payment that this caller may read now. */
export interface ClaimedUnread extends Record<string, unknown> {
  readonly connectionId: string
  readonly providerTransactionId: string
  readonly orderReference: string | null
}

/**
 * Takes unread payments whose next read is due, longest overdue first. Rows that another instance
 * holds are skipped.
 */
export function claimDueUnread(
  database: Database,
  claim: { readonly limit: number },
): Promise<readonly ClaimedUnread[]> {
  return database.run((db) =>
    db.execute<ClaimedUnread>(sql`
      with due as (
        select id from unread_payments
        where due_at <= now() and provider_transaction_id is not null
        order by due_at
        limit ${claim.limit}
        for update skip locked
      ),
      claimed as (
        update unread_payments as unread set due_at = ${nextDue}
        from due where unread.id = due.id
        returning unread.connection_id, unread.provider_transaction_id
      )
      select claimed.connection_id as "connectionId",
        claimed.provider_transaction_id as "providerTransactionId",
        order_reference as "orderReference"
      from claimed left join transactions using (connection_id, provider_transaction_id)`),
  )
}

/** Puts the read of an unread payment off until a limit on reads allows it: it is no further try. */
export async function postponeUnread(
  database: Database,
  {
    connectionId,
    providerTransactionId,
  }: Pick<ClaimedUnread, 'connectionId' | 'providerTransactionId'>,
  waitMs: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update unread_payments set due_at = now() + ${waitMs}::float8 * interval '1 millisecond'
      where connection_id = ${connectionId} and provider_transaction_id = ${providerTransactionId}`),
  )
}

/** An unread payment, as a person asks for its read. */
interface FoundUnread extends Record<string, unknown> {
  readonly connectionId: string
  readonly connectionName: string
  readonly providerTransactionId: string | null
  readonly orderReference: string | null
  /** Milliseconds of database time since its last try. */
  readonly triedMsAgo: number
}

/** One unread payment with what its read needs; null when it is read by now, or not in scope. */
export async function findUnreadPayment(
  database: Database,
  scope: Scope,
  id: string,
): Promise<FoundUnread | null> {
  const [row] = await database.run((db) =>
    db.execute<FoundUnread>(sql`
      select unread.connection_id as "connectionId", connections.name as "connectionName",
        unread.provider_transaction_id as "providerTransactionId",
        order_reference as "orderReference",
        (extract(epoch from now() - tried_at) * 1000)::float8 as "triedMsAgo"
      from unread_payments as unread
        join connections on connections.id = unread.connection_id
        left join transactions using (connection_id, provider_transaction_id)
      where unread.id = ${id}
        and ${withinScope(scope, sql`unread.connection_id`) ?? sql`true`}`),
  )
  return row ?? null
}

/** Takes away the row of a payment that is read again, by the name under which it was noted. */
export async function deleteUnreadPayment(
  database: Database,
  connectionId: string,
  providerTransactionId: string,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      delete from unread_payments
      where connection_id = ${connectionId} and provider_transaction_id = ${providerTransactionId}`),
  )
}

/**
 * Takes away the row of a payment that was never kept and that the provider does not know, once
 * its reads cannot lag behind any more.
 */
export async function deleteGoneUnread(
  database: Database,
  gone: {
    readonly connectionId: string
    readonly providerTransactionId: string
    readonly settleWindowMs: number
  },
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      delete from unread_payments as unread
      where connection_id = ${gone.connectionId}
        and provider_transaction_id = ${gone.providerTransactionId}
        and since < now() - ${gone.settleWindowMs}::float8 * interval '1 millisecond'
        and not exists (
          select from transactions as known
          where known.connection_id = unread.connection_id
            and known.provider_transaction_id = unread.provider_transaction_id
        )`),
  )
}

/** True when a payment is known in another currency: its reads are not taken over any more. */
export async function hasOtherCurrency(
  database: Database,
  payment: {
    readonly connectionId: string
    readonly providerTransactionId: string
    readonly currency: string
  },
): Promise<boolean> {
  const found = await database.run((db) =>
    db.execute(sql`
      select 1 from transactions
      where connection_id = ${payment.connectionId}
        and provider_transaction_id = ${payment.providerTransactionId}
        and currency <> ${payment.currency}`),
  )
  return found.length > 0
}
