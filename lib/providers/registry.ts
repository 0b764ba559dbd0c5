import { env } from '@/lib/config/env'
import type { Provider } from '@/lib/domain/provider'
import { createDinteroClient, DINTERO_ORIGINS } from './dintero'
import type { ConnectionCredentials, ProviderClient, ProviderFactory } from './port'

interface ProviderEntry {
  readonly create: ProviderFactory
  readonly origins: readonly string[]
}

const ENTRIES: Readonly<Record<Provider, ProviderEntry>> = {
  dintero: { create: createDinteroClient, origins: DINTERO_ORIGINS },
}

/** Raised when a connection would send its secret to a host that isn't the provider's. */
export class ForeignHostError extends Error {
  override readonly name = 'ForeignHostError'
}

const clients = new Map<string, { fingerprint: string; client: ProviderClient }>()

/**
 * The client of a connection, kept so that its token is shared; a change of account, address or
 * secret makes a new one. Throws ForeignHostError for a base URL outside the allow-list.
 */
export function providerClient(
  provider: Provider,
  credentials: ConnectionCredentials,
): ProviderClient {
  assertKnownHost(provider, credentials.baseUrl)
  const fingerprint = JSON.stringify([provider, credentials])
  const kept = clients.get(credentials.connectionId)
  if (kept?.fingerprint === fingerprint) return kept.client
  const client = ENTRIES[provider].create(credentials)
  clients.set(credentials.connectionId, { fingerprint, client })
  return client
}

function assertKnownHost(provider: Provider, baseUrl: string): void {
  const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : null
  const allowed = [...ENTRIES[provider].origins, ...env().PAYDESK_ALLOWED_PROVIDER_ORIGINS]
  if (origin === null || !allowed.includes(origin)) {
    throw new ForeignHostError(
      `${baseUrl} is not an address of ${provider}; secrets are only sent to the provider’s own hosts`,
    )
  }
}
