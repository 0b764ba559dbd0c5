import type { ProviderFactory } from '../port'
import { DinteroClient } from './client'
import { dinteroSecret } from './schema'
import { DinteroSession } from './session'

/** Hosts that are Dintero's own; any other base URL must be allowed by the environment (§1). */
export const DINTERO_ORIGINS: readonly string[] = [
  'https://checkout.dintero.com',
  'https://api.dintero.com',
]

/** Makes a client for one Dintero account. Throws when the secret isn't an API client's. */
export const createDinteroClient: ProviderFactory = (credentials) => {
  const secret = dinteroSecret.parse(credentials.secret)
  return new DinteroClient(new DinteroSession(credentials, secret, () => Date.now()))
}

export { readDinteroAccount } from './account'
export { readDinteroWebhook } from './webhook'
