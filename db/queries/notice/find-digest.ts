import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { LIMITS } from '@/lib/config/limits'
import { rolesReached } from '@/lib/domain/access/notice-audience'
import type { Locale } from '@/lib/domain/access/person-settings'
import type { Digest, DigestItem } from '@/lib/domain/view/notice-digest'
import { isReached } from './raise-notices'
import type { ClaimedSend } from './claim-sends'

/** A person to whom notices are mailed, as it is now. */
export interface MailReceiver extends Record<string, unknown> {
  readonly name: string
  readonly email: string
  readonly language: Locale | null
  readonly timeZone: string | null
}

/** Null for one who cannot sign in any more, or whose role is not told of the kind any more. */
export async function findMailReceiver(
  database: Database,
  { userId, kind }: Pick<ClaimedSend, 'userId' | 'kind'>,
): Promise<MailReceiver | null> {
  const [person] = await database.run((db) =>
    db.execute<MailReceiver>(sql`
      select name, email, language, time_zone as "timeZone" from users
      where id = ${userId}::uuid and disabled_at is null and role in ${rolesReached(kind)}`),
  )
  return person ?? null
}

/** What a send has to say: what its person still sees and has not read; for the webhook all of it. */
export function findDigest(
  database: Database,
  { id, userId, kind }: Pick<ClaimedSend, 'id' | 'userId' | 'kind'>,
): Promise<Digest> {
  if (userId === null) return readDigest(database, kind, sql`notices.send_id = ${id}::uuid`)
  return readDigest(
    database,
    kind,
    sql`exists (
      select from notice_recipients as recipient join users on users.id = recipient.user_id
      where recipient.notice_id = notices.id and recipient.send_id = ${id}::uuid and recipient.read_at is null
        and ${isReached(sql`notices`)}
    )`,
  )
}

async function readDigest(
  database: Database,
  kind: Digest['kind'],
  condition: SQL,
): Promise<Digest> {
  const rows = await database.run((db) =>
    db.execute<DigestItem & { readonly count: number } & Record<string, unknown>>(sql`
      select count(*) over ()::int as count, transactions.order_reference as "orderReference",
        connections.provider, notices.amount_minor::float8 as "amountMinor", notices.currency,
        coalesce(operations.kind, batches.kind) as operation,
        notices.operation_id as "operationId", notices.batch_id as "batchId",
        notices.transaction_id as "transactionId", ${isoTime(sql`notices.at`)} as at
      from notices
        left join transactions on transactions.id = notices.transaction_id
        left join connections on connections.id = notices.connection_id
        left join operations on operations.id = notices.operation_id
        left join batches on batches.id = notices.batch_id
      where ${condition}
      order by notices.at, notices.id
      limit ${LIMITS.notice.digest.lines}`),
  )
  const items = rows.map(({ count: _, ...item }) => item)
  return { kind, count: rows[0]?.count ?? 0, items }
}
