import type { ProviderFactory } from '../port'
import { BamboraNativeClient } from './client'
import { nativeSecret } from './schema'
import { API_ORIGIN, NativeSession, TOKEN_ORIGIN } from './session'

export { readBamboraNativeAccount } from './account'

/** Hosts that are Bambora's own; any other base URL must be allowed by the environment (§2). */
export const BAMBORA_NATIVE_ORIGINS: readonly string[] = [API_ORIGIN, TOKEN_ORIGIN]

/** Makes a client for one merchant. Throws when the secret isn't an API client's. */
export const createBamboraNativeClient: ProviderFactory = (credentials) => {
  const secret = nativeSecret.parse(credentials.secret)
  const nowMs = () => Date.now()
  return new BamboraNativeClient(new NativeSession(credentials, secret, nowMs), nowMs)
}
