import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import type { WebhooksSent } from '../model/recorder'
import { FORGED_REFERENCE } from '../model/false-webhooks'
import type { Violation } from '../model/violations'
import { groupBy } from '../model/group-by'
import { QUIET_LIMIT_MS } from '../model/limits'

const POLL_INTERVAL_MS = 200

/** Waits until every stored webhook has caused its read, for `QUIET_LIMIT_MS` at most. */
export async function waitUntilWebhooksRead(sql: postgres.Sql): Promise<void> {
  const deadline = Date.now() + QUIET_LIMIT_MS
  while ((await countUnread(sql)) > 0 && Date.now() < deadline) await sleep(POLL_INTERVAL_MS)
}

/**
 * Compares stored webhooks with sent ones: a genuine one is stored once and read, another one
 * never.
 */
export async function checkWebhooks(
  sql: postgres.Sql,
  sent: readonly WebhooksSent[],
): Promise<Violation[]> {
  const [forged, unread] = [await countForged(sql), await countUnread(sql)]
  const rows = await sql<{ subject: string; stored: number }[]>`
    select provider_transaction_id as subject, count(*)::int as stored
    from webhook_deliveries where order_reference is distinct from ${FORGED_REFERENCE}
    group by provider_transaction_id`
  const stored = new Map(rows.map((row) => [row.subject, row.stored]))
  return [
    ...(forged > 0 ? [violation(`${forged} were stored that should have been refused`)] : []),
    ...(unread > 0 ? [violation(`${unread} have caused no read`)] : []),
    ...sent.flatMap(({ subject, refusals }) =>
      refusals.includes(200) ? [violation(`${subject}: one was accepted`)] : [],
    ),
    ...[...groupBy(sent, ({ subject }) => subject)].flatMap(([subject, calls]) => {
      const count = stored.get(subject) ?? 0
      const least = new Set(calls.flatMap(({ accepted }) => accepted)).size
      const most = new Set(calls.flatMap((one) => one.sent)).size
      if (count >= least && count <= most) return []
      return [violation(`${subject}: ${count} are stored, ${least} to ${most} should be`)]
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

function violation(what: string): Violation {
  return { kind: 'webhooks believed or lost', operationId: null, what }
}
