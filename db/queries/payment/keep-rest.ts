import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { oneOf } from '@/db/schema/columns'
import { keptRests } from '@/db/schema/kept-rests'
import { transactions } from '@/db/schema/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import type { Scope } from '@/lib/domain/access/scope'
import { REST_STATUSES } from '@/lib/domain/payment/transaction'
import type { KeptRest } from '@/lib/domain/view/transaction-view'

export interface KeepRest {
  readonly transactionId: string
  readonly actor: Actor
  readonly requestId: string
}

/**
 * Remembers that the rest of a payment is kept on hold, with its audit entry, in one statement. False
 * when there is no such payment in the person's scope, when no part was captured or nothing is held,
 * and when it is remembered already.
 */
export async function keepRest(
  database: Database,
  { transactionId, actor, requestId }: KeepRest,
): Promise<boolean> {
  const kept = await database.run((db) =>
    db.execute(sql`
      with kept as (
        insert into kept_rests (transaction_id, held_minor, actor_id, actor_name)
        select id, authorized_minor - captured_minor - released_minor, ${actor.userId}, ${actor.name}
        from transactions
        where id = ${transactionId} and ${oneOf(sql`status`, REST_STATUSES)}
          and authorized_minor - captured_minor - released_minor > 0
          and ${withinScope(actor.scope, sql`connection_id`) ?? sql`true`}
        on conflict (transaction_id) do nothing
        returning *
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select
          transaction_id, 'rest.kept', actor_id, actor_name, ${actor.role}, ${requestId}::uuid,
          ${actor.address ?? null}::text, jsonb_build_object('heldMinor', held_minor)
        from kept
      )
      select transaction_id from kept`),
  )
  return kept.length > 0
}

/** Who keeps the rest of a payment, if anyone does; null without such a payment in scope. */
export async function findKeptRest(
  database: Database,
  scope: Scope,
  transactionId: string,
): Promise<{ readonly kept: KeptRest | null } | null> {
  const [found] = await database.run((db) =>
    db
      .select({ kept: { actorName: keptRests.actorName, keptAt: keptRests.keptAt } })
      .from(transactions)
      .leftJoin(keptRests, eq(keptRests.transactionId, transactions.id))
      .where(
        and(eq(transactions.id, transactionId), withinScope(scope, transactions.connectionId)),
      ),
  )
  return found ?? null
}
