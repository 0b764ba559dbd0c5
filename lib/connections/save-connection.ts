import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { updateConnectionCheck, upsertConnection } from '@/db/queries/sync/connections'
import { env } from '@/lib/config/env'
import { sealSecret } from '@/lib/config/secret-box'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { Provider } from '@/lib/domain/provider/provider'
import {
  createProviderClient,
  ForeignHostError,
  MalformedSecretError,
  webhookReader,
} from '@/lib/providers/registry'
import { providerFailure } from './provider-failure'

export interface NewConnection {
  readonly provider: Provider
  readonly name: string
  readonly accountId: string
  readonly baseUrl: string
  readonly isTest: boolean
  /** What the provider's client needs, for instance `{ clientId, clientSecret }`. */
  readonly secret: Readonly<Record<string, unknown>>
}

export interface SavedConnection {
  readonly id: string
  /** What to register with the provider for its webhooks; null when it makes no calls. */
  readonly webhookUrl: string | null
}

/**
 * Tests a new connection against its provider and keeps it only if that works, its secret sealed.
 * Fails in words with what the provider said; then nothing is stored.
 */
export async function saveConnection(
  database: Database,
  connection: NewConnection,
): Promise<Result<SavedConnection>> {
  const id = randomUUID()
  const { secret, ...plain } = connection
  try {
    const client = createProviderClient(plain.provider, { ...plain, connectionId: id, secret })
    const check = await client.checkConnection()
    if (!check.ok) return providerFailure(check)
  } catch (error) {
    if (error instanceof ForeignHostError) {
      return failure('wrong_account', { message: error.message })
    }
    if (error instanceof MalformedSecretError) {
      return failure('malformed_secret', { message: error.message })
    }
    throw error
  }
  const key = env().PAYDESK_ENCRYPTION_KEY
  const secretCiphertext = sealSecret(JSON.stringify(secret), key, id)
  await upsertConnection(database, { ...plain, id, secretCiphertext })
  await updateConnectionCheck(database, id, null)
  const path = `/api/webhooks/${plain.provider}/${id}`
  const webhookUrl =
    webhookReader(plain.provider) === null ? null : new URL(path, env().NEXTAUTH_URL).href
  return success({ id, webhookUrl })
}
