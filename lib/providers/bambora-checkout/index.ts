import type { ProviderFactory } from '../port'
import { BamboraCheckoutClient } from './client'
import { bamboraCheckoutSecret } from './schema'
import { LIVE_ORIGIN } from './services'
import { BamboraCheckoutSession } from './session'

export { readBamboraCheckoutAccount } from './account'
export { readBamboraCheckoutWebhook } from './webhook'

/** The base URL that is Bambora's own; the hosts of its other services follow from it (§2). */
export const BAMBORA_CHECKOUT_ORIGINS: readonly string[] = [LIVE_ORIGIN]

/** Makes a client for one merchant number. Throws when the secret isn't an API user's. */
export const createBamboraCheckoutClient: ProviderFactory = (credentials) => {
  const secret = bamboraCheckoutSecret.parse(credentials.secret)
  return new BamboraCheckoutClient(new BamboraCheckoutSession(credentials, secret))
}
