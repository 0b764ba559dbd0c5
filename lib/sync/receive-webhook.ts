import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findConnection, type ConnectionRecord } from '@/db/queries/sync/connections'
import { insertDelivery } from '@/db/queries/sync/webhook-deliveries'
import { webhookSecretsOf, type WebhookSecrets } from '@/lib/connections/webhook-secrets'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { webhookReader } from '@/lib/providers/registry'
import type {
  WebhookProblem,
  WebhookReader,
  WebhookReading,
  WebhookRequest,
} from '@/lib/providers/webhook-port'

/** The connection a webhook's address belongs to, and the reader that verifies its calls. */
export interface WebhookTarget {
  readonly connection: ConnectionRecord
  readonly read: WebhookReader
}

/** The connection behind a webhook's address; null when there is none that takes calls. A disabled
 * one takes them: its open operations are settled by the reads that they cause. */
export async function findWebhookTarget(
  database: Database,
  address: { readonly provider: string; readonly connectionId: string },
): Promise<WebhookTarget | null> {
  if (!isUuid(address.connectionId)) return null
  const connection = await findConnection(database, address.connectionId)
  if (connection?.provider !== address.provider || connection.closedAt !== null) return null
  const read = webhookReader(connection.provider)
  return read === null ? null : { connection, read }
}

/**
 * Verifies a webhook and stores it once; the stored row causes a read of the payment, and nothing
 * else is done with it (I11). What was stored before is `repeated` and causes no second read.
 */
export async function receiveWebhook(
  database: Database,
  { connection, read }: WebhookTarget,
  request: WebhookRequest,
): Promise<'stored' | 'repeated' | WebhookProblem> {
  const now = new Date(await findDatabaseTime(database))
  const reading = readWithSecrets(read, request, webhookSecretsOf(connection, now), now)
  if (!reading.ok) return reading.problem
  const { notice } = reading
  const isNew = await insertDelivery(database, {
    ...notice,
    id: uuidv7(),
    connectionId: connection.id,
    digest: digestOf(request),
  })
  return isNew ? 'stored' : 'repeated'
}

/** What the secret before verifies counts as well; else the newest says what is wrong. */
function readWithSecrets(
  read: WebhookReader,
  request: WebhookRequest,
  { current, previous }: WebhookSecrets,
  now: Date,
): WebhookReading {
  const reading = read(request, current, now)
  if (reading.ok || previous === null) return reading
  const before = read(request, previous, now)
  return before.ok ? before : reading
}

function digestOf({ method, pathWithQuery, rawBody }: WebhookRequest): string {
  return createHash('sha256').update(`${method} ${pathWithQuery}\n`).update(rawBody).digest('hex')
}
