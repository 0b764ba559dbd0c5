import { env } from '@/lib/config/env'
import type { Provider } from '@/lib/domain/provider'
import { BAMBORA_NATIVE_ORIGINS, createBamboraNativeClient } from './bambora-native'
import { createDinteroClient, DINTERO_ORIGINS, readDinteroWebhook } from './dintero'
import type { ConnectionCredentials, ProviderClient, ProviderFactory } from './port'
import type { WebhookReader } from './webhook-port'

interface ProviderEntry {
  readonly create: ProviderFactory
  readonly origins: readonly string[]
  /** Null where the provider makes no calls to us. */
  readonly readWebhook: WebhookReader | null
}

const ENTRIES: Readonly<Record<Provider, ProviderEntry>> = {
  dintero: {
    create: createDinteroClient,
    origins: DINTERO_ORIGINS,
    readWebhook: readDinteroWebhook,
  },
  'bambora-native': {
    create: createBamboraNativeClient,
    origins: BAMBORA_NATIVE_ORIGINS,
    readWebhook: null,
  },
}

/** Raised when a connection would send its secret to a host that isn't the provider's. */
export class ForeignHostError extends Error {
  override readonly name = 'ForeignHostError'
}

/** Makes the client of a connection. Throws ForeignHostError for a base URL outside the allow-list. */
export function createProviderClient(
  provider: Provider,
  credentials: ConnectionCredentials,
): ProviderClient {
  assertKnownHost(provider, credentials.baseUrl)
  return ENTRIES[provider].create(credentials)
}

/** What verifies a provider's calls to us, or null when it makes none. */
export function webhookReader(provider: Provider): WebhookReader | null {
  return ENTRIES[provider].readWebhook
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
