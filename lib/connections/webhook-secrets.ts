import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { encryptionKeys } from '@/lib/config/key-ring'
import { openSecret } from '@/lib/config/secret-box'
import type { Provider } from '@/lib/domain/provider/provider'
import { log } from '@/lib/observability/log'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import { openConnectionSecret } from './connection-client'

/** Secrets by which a provider's calls are verified, each in the shape of a connection's secret. */
export interface WebhookSecrets {
  readonly current: unknown
  /** The newest secret with what signed webhooks before it; null once its time is over. */
  readonly previous: unknown
}

/** The context of a sealed webhook secret: sealed for one connection, it opens for no other. */
export function webhookSecretContext(connectionId: string): string {
  return `webhooks before of ${connectionId}`
}

/** What verifies webhooks of a connection now. Throws as `openConnectionSecret` does. */
export function webhookSecretsOf(
  connection: Pick<
    ConnectionRecord,
    'id' | 'secretCiphertext' | 'closedAt' | 'previousWebhookSecret' | 'previousWebhookUntil'
  >,
  now: Date,
): WebhookSecrets {
  const current = openConnectionSecret(connection)
  const { id, previousWebhookSecret: sealed, previousWebhookUntil: until } = connection
  if (sealed === null || until === null || until <= now) return { current, previous: null }
  const opened = openSecret(sealed, encryptionKeys(), webhookSecretContext(id))
  if (!opened.ok) {
    log().warn({ connectionId: id }, 'the webhook secret before cannot be opened')
    return { current, previous: null }
  }
  const before: unknown = JSON.parse(opened.value)
  return { current, previous: Object.assign({}, current, before) }
}

/** What signed webhooks and has another value now, by its fields; null where all of it stays. */
export function replacedWebhookFields(
  provider: Provider,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const replaced = CONNECTION_FORMS[provider].secretFields
    .filter(({ isForWebhooks }) => isForWebhooks === true)
    .map(({ field }) => field)
    .filter((field) => before[field] !== undefined && before[field] !== after[field])
  if (replaced.length === 0) return null
  return Object.fromEntries(replaced.map((field) => [field, before[field]]))
}
