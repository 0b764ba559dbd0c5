import type { Database } from '@/db/client'
import { listSealedSecrets, type SealedKind, type SealedSecret } from '@/db/queries/sealed-secrets'
import { appSecretContext } from '@/lib/access/second-factor/totp'
import { providerSecretContext } from '@/lib/access/single-sign-on/provider-secret'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { webhookSecretContext } from '@/lib/connections/webhook-secrets'
import { NOTICE_WEBHOOK_CONTEXT } from '@/lib/notices/webhook-secret'
import { openSecret } from '@/lib/config/secret-box'

/** Secrets that none of the keys opens: the key is a wrong one, or was lost. */
export interface UnreadableSecrets {
  /** Names of connections. */
  readonly connections: readonly string[]
  /** Number of people whose authenticator app cannot be asked. */
  readonly people: number
  /** Names of identity providers at which no one can sign in: one, or none. */
  readonly providers: readonly string[]
  /** Hosts of the webhook of notices, which cannot be called: one, or none. */
  readonly webhooks: readonly string[]
  /** Number of secrets that were tried. */
  readonly checked: number
}

/**
 * Tries to open the secrets in the database, those of the first `LIMITS.health.secretsChecked`
 * connections and people, and those of settings: five statements, and some milliseconds. Rejects as
 * the database does.
 */
export async function findUnreadableSecrets(database: Database): Promise<UnreadableSecrets> {
  const [connections, before, apps, providers, webhooks] = await Promise.all([
    triedSecrets(database, 'connection'),
    triedSecrets(database, 'previous_webhook'),
    triedSecrets(database, 'app_factor'),
    triedSecrets(database, 'single_sign_on'),
    triedSecrets(database, 'notice_webhook'),
  ])
  return {
    connections: [...new Set([...connections.unreadable, ...before.unreadable])],
    people: apps.unreadable.length,
    providers: providers.unreadable,
    webhooks: webhooks.unreadable,
    checked: [connections, before, apps, providers, webhooks].reduce(
      (sum, { checked }) => sum + checked,
      0,
    ),
  }
}

async function triedSecrets(database: Database, kind: SealedKind) {
  const bounds = { after: null, atMost: LIMITS.health.secretsChecked }
  const secrets = await listSealedSecrets(database, kind, bounds)
  const unreadable = closedSecrets(kind, secrets).map(({ name }) => name)
  return { checked: secrets.length, unreadable }
}

/** Those of the secrets of a kind that none of the keys opens. */
export function closedSecrets<S extends Opened>(kind: SealedKind, secrets: readonly S[]) {
  const keys = encryptionKeys()
  return secrets.filter(
    (secret) => !openSecret(secret.sealed, keys, contextOfSecret(kind, secret)).ok,
  )
}

type Opened = Pick<SealedSecret, 'id' | 'sealed' | 'client'>

/** What a secret was sealed with as its context. */
export function contextOfSecret(kind: SealedKind, { id, client }: Opened): string {
  if (client !== null) return providerSecretContext(client)
  if (kind === 'connection') return id
  if (kind === 'notice_webhook') return NOTICE_WEBHOOK_CONTEXT
  return kind === 'previous_webhook' ? webhookSecretContext(id) : appSecretContext(id)
}

/** How many of the secrets that were tried none of the keys opens. */
export function countUnreadable(found: UnreadableSecrets): number {
  const { connections, people, providers, webhooks } = found
  return connections.length + people + providers.length + webhooks.length
}
