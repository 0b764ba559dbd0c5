import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin, withinScope } from '@/db/queries/within-scope'
import { paymentTags } from '@/db/schema/payment-tags'
import type { Actor } from '@/lib/domain/access/actor'
import type { Scope } from '@/lib/domain/access/scope'
import { TAG_LIMITS, type Tag } from '@/lib/domain/listing/tag'

export interface TagChange {
  readonly transactionId: string
  readonly tag: string
  readonly actor: Actor
  readonly requestId: string
}

/**
 * Puts a tag on a payment, with its audit entry, in one statement. False when there is no such payment
 * in the person's scope, when it has the tag already, or as many as one may have.
 */
export async function insertTag(
  database: Database,
  { transactionId, tag, actor, requestId }: TagChange,
): Promise<boolean> {
  const tagged = await database.run((db) =>
    db.execute(sql`
      with tagged as (
        insert into payment_tags (transaction_id, tag, actor_id, actor_name)
        select id, ${tag}, ${actor.userId}, ${actor.name}
        from transactions
        where id = ${transactionId} and ${withinScope(actor.scope, sql`connection_id`) ?? sql`true`}
          and (
            select count(*) from payment_tags where transaction_id = ${transactionId}
          ) < ${TAG_LIMITS.perPayment}
        on conflict (transaction_id, tag) do nothing
        returning *
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select
          transaction_id, 'tag.added', actor_id, actor_name, ${actor.role}, ${requestId}::uuid,
          ${actor.address ?? null}::text, jsonb_build_object('tag', tag)
        from tagged
      )
      select transaction_id from tagged`),
  )
  return tagged.length > 0
}

/**
 * Takes a tag off a payment, with its audit entry, in one statement. False when there is no such
 * payment in the person's scope, or it has no such tag.
 */
export async function deleteTag(
  database: Database,
  { transactionId, tag, actor, requestId }: TagChange,
): Promise<boolean> {
  const within = ofPaymentWithin(actor.scope, sql`payment_tags.transaction_id`) ?? sql`true`
  const taken = await database.run((db) =>
    db.execute(sql`
      with taken as (
        delete from payment_tags
        where transaction_id = ${transactionId} and tag = ${tag} and ${within}
        returning transaction_id, tag
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select
          transaction_id, 'tag.removed', ${actor.userId}::uuid, ${actor.name}, ${actor.role},
          ${requestId}::uuid, ${actor.address ?? null}::text, jsonb_build_object('tag', tag)
        from taken
      )
      select transaction_id from taken`),
  )
  return taken.length > 0
}

/** The tags of a payment in scope, in the order of the alphabet; none where there is no such payment. */
export function listTags(
  database: Database,
  scope: Scope,
  transactionId: string,
): Promise<readonly Tag[]> {
  return database.run((db) =>
    db
      .select({
        tag: paymentTags.tag,
        actorName: paymentTags.actorName,
        taggedAt: paymentTags.taggedAt,
      })
      .from(paymentTags)
      .where(
        and(
          eq(paymentTags.transactionId, transactionId),
          ofPaymentWithin(scope, paymentTags.transactionId),
        ),
      )
      .orderBy(asc(paymentTags.tag)),
  )
}

/** The tags of each of these payments that has some, in the order of the alphabet. */
export async function findTagsOf(
  database: Database,
  scope: Scope,
  transactionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (transactionIds.length === 0) return new Map()
  const rows = await database.run((db) =>
    db
      .select({
        id: paymentTags.transactionId,
        tags: sql<readonly string[]>`jsonb_agg(${paymentTags.tag} order by ${paymentTags.tag})`,
      })
      .from(paymentTags)
      .where(
        and(
          inArray(paymentTags.transactionId, [...transactionIds]),
          ofPaymentWithin(scope, paymentTags.transactionId),
        ),
      )
      .groupBy(paymentTags.transactionId),
  )
  return new Map(rows.map(({ id, tags }) => [id, tags]))
}
