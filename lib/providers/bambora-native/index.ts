import type { ProviderFactory } from '../port'
import { BamboraNativeClient } from './client'
import { NativeSession } from './session'
import { nativeSecret } from './settings'

export { readBamboraNativeAccount } from './settings'

/** Makes a client for one merchant. Throws when the secret isn't an API client's. */
export const createBamboraNativeClient: ProviderFactory = (credentials) => {
  const secret = nativeSecret.parse(credentials.secret)
  const nowMs = () => Date.now()
  return new BamboraNativeClient(new NativeSession(credentials, secret, nowMs), nowMs)
}
