import type { ProviderFactory } from '../port'
import { BamboraCheckoutClient } from './client'
import { BamboraCheckoutSession } from './session'
import { bamboraCheckoutSecret } from './settings'

export { readBamboraCheckoutAccount } from './settings'
export { readBamboraCheckoutWebhook } from './webhook'

/** Makes a client for one merchant number. Throws when the secret isn't an API user's. */
export const createBamboraCheckoutClient: ProviderFactory = (credentials) => {
  const secret = bamboraCheckoutSecret.parse(credentials.secret)
  const session = new BamboraCheckoutSession(credentials, secret)
  return new BamboraCheckoutClient(session, secret.apiUser ?? null)
}
