import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import type { WebhooksSent } from '../model/diary'
import { FORGED_REFERENCE } from '../model/false-webhooks'
import type { Finding } from '../model/findings'
import { groupBy } from '../model/group-by'
import { QUIET_LIMIT_MS } from '../model/limits'

const LOOK_EVERY_MS = 200

/** Waits until every webhook has caused its read, but not for ever. */
export async function untilWebhooksRead(sql: postgres.Sql): Promise<void> {
  const deadline = Date.now() + QUIET_LIMIT_MS
  while ((await countUnread(sql)) > 0 && Date.now() < deadline) await sleep(LOOK_EVERY_MS)
}

/** Compares the stored webhooks with those that were sent: genuine ones once and read, others never. */
export async function checkWebhooks(
  sql: postgres.Sql,
  sent: readonly WebhooksSent[],
): Promise<Finding[]> {
  const [forged, unread] = [await countForged(sql), await countUnread(sql)]
  const rows = await sql<{ subject: string; stored: number }[]>`
    select provider_transaction_id as subject, count(*)::int as stored
    from webhook_deliveries where order_reference is distinct from ${FORGED_REFERENCE}
    group by provider_transaction_id`
  const stored = new Map(rows.map((row) => [row.subject, row.stored]))
  return [
    ...(forged > 0 ? [finding(`${forged} were stored that should have been refused`)] : []),
    ...(unread > 0 ? [finding(`${unread} have caused no read`)] : []),
    ...sent.flatMap(({ subject, refusals }) =>
      refusals.includes(200) ? [finding(`${subject}: one was taken`)] : [],
    ),
    ...[...groupBy(sent, ({ subject }) => subject)].flatMap(([subject, calls]) => {
      const count = stored.get(subject) ?? 0
      const least = new Set(calls.flatMap(({ taken }) => taken)).size
      const most = new Set(calls.flatMap((one) => one.sent)).size
      if (count >= least && count <= most) return []
      return [finding(`${subject}: ${count} are stored, ${least} to ${most} should be`)]
    }),
  ]
}

async function countForged(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from webhook_deliveries
    where order_reference = ${FORGED_REFERENCE}`
  return row?.count ?? 0
}

async function countUnread(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from webhook_deliveries where processed_at is null`
  return row?.count ?? 0
}

function finding(what: string): Finding {
  return { kind: 'webhooks believed or lost', operationId: null, what }
}
