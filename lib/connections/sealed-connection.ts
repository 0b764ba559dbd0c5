import type { ConnectionWrite } from '@/db/queries/sync/connections'
import type { KeyRing } from '@/lib/config/key-ring'
import { sealSecret } from '@/lib/config/secret-box'
import type { Provider } from '@/lib/domain/provider/provider'
import { accountIdentity } from '@/lib/providers/registry'

/** A connection as a person states it, under the id that it is to have. */
export interface StatedConnection {
  readonly id: string
  readonly provider: Provider
  readonly name: string
  readonly accountId: string
  readonly baseUrl: string
  /** The secret of the provider's client, for instance `{ clientId, clientSecret }`. */
  readonly secret: Readonly<Record<string, unknown>>
}

/**
 * A connection as it is written: its secret sealed with the current key, its account in its one spelling, and
 * every account that it reads. Throws MalformedSecretError for a secret that its provider could not
 * use.
 */
export function sealedConnection(
  stated: StatedConnection,
  keys: KeyRing<Uint8Array>,
): ConnectionWrite {
  const { id, provider, name, baseUrl, secret } = stated
  const { accountId, accounts, isTest } = accountIdentity(provider, stated)
  const secretCiphertext = sealSecret(JSON.stringify(secret), keys, id)
  return { id, provider, name, accountId, accounts, baseUrl, isTest, secretCiphertext }
}
