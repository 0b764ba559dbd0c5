import type { ProviderFactory } from '../port'
import { DinteroClient } from './client'
import { DinteroSession } from './session'
import { dinteroSecret } from './settings'

/** Makes a client for one Dintero account. Throws when the secret isn't an API client's. */
export const createDinteroClient: ProviderFactory = (credentials) => {
  const secret = dinteroSecret.parse(credentials.secret)
  return new DinteroClient(new DinteroSession(credentials, secret, () => Date.now()))
}

export { readDinteroAccount } from './settings'
export { readDinteroWebhook } from './webhook'
