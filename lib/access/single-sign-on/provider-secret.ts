import type { KeyRing } from '@/lib/config/key-ring'
import { openSecret, sealSecret } from '@/lib/config/secret-box'
import type { SingleSignOn } from '@/lib/domain/access/single-sign-on'
import type { Result } from '@/lib/domain/operation/result'

type Client = Pick<SingleSignOn, 'issuer' | 'clientId'>

/** Seals a client's secret, so that it opens for this issuer and client only. */
export function sealProviderSecret(
  secret: string,
  client: Client,
  keys: KeyRing<Uint8Array>,
): string {
  return sealSecret(secret, keys, providerSecretContext(client))
}

/** The client's secret; fails as `openSecret`. */
export function openProviderSecret(
  settings: SingleSignOn,
  keys: KeyRing<Uint8Array>,
): Result<string> {
  return openSecret(settings.sealedSecret, keys, providerSecretContext(settings))
}

/** What a client's secret is sealed with as its context. */
export function providerSecretContext({ issuer, clientId }: Client): string {
  return `single-sign-on ${JSON.stringify([issuer, clientId])}`
}
