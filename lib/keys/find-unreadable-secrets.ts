import type { Database } from '@/db/client'
import { listSealedSecrets, type SealedKind } from '@/db/queries/sealed-secrets'
import { appSecretContext } from '@/lib/access/second-factor/totp'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { webhookSecretContext } from '@/lib/connections/webhook-secrets'
import { openSecret } from '@/lib/config/secret-box'

/** Secrets that none of the keys opens: the key is a wrong one, or was lost. */
export interface UnreadableSecrets {
  /** Names of connections. */
  readonly connections: readonly string[]
  /** Number of people whose authenticator app cannot be asked. */
  readonly people: number
  /** Number of secrets that were tried. */
  readonly checked: number
}

/**
 * Tries to open the secrets in the database, those of the first `LIMITS.health.secretsChecked`
 * connections and people: three statements, and some milliseconds. Rejects as the database does.
 */
export async function findUnreadableSecrets(database: Database): Promise<UnreadableSecrets> {
  const [connections, webhooks, apps] = await Promise.all([
    triedSecrets(database, 'connection'),
    triedSecrets(database, 'previous_webhook'),
    triedSecrets(database, 'app_factor'),
  ])
  return {
    connections: [...new Set([...connections.unreadable, ...webhooks.unreadable])],
    people: apps.unreadable.length,
    checked: connections.checked + webhooks.checked + apps.checked,
  }
}

async function triedSecrets(database: Database, kind: SealedKind) {
  const bounds = { after: null, atMost: LIMITS.health.secretsChecked }
  const secrets = await listSealedSecrets(database, kind, bounds)
  const keys = encryptionKeys()
  const unreadable = secrets
    .filter(({ id, sealed }) => !openSecret(sealed, keys, contextOfSecret(kind, id)).ok)
    .map(({ name }) => name)
  return { checked: secrets.length, unreadable }
}

/** What a secret was sealed with as its context. */
export function contextOfSecret(kind: SealedKind, id: string): string {
  switch (kind) {
    case 'connection':
      return id
    case 'previous_webhook':
      return webhookSecretContext(id)
    case 'app_factor':
      return appSecretContext(id)
  }
}
