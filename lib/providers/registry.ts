import { z } from 'zod'
import { env } from '@/lib/config/env'
import type { Provider } from '@/lib/domain/provider/provider'
import { createBamboraCheckoutClient, readBamboraCheckoutWebhook } from './bambora-checkout'
import { createBamboraNativeClient } from './bambora-native'
import { createDinteroClient, readDinteroWebhook } from './dintero'
import { createOppwaClient, readOppwaWebhook } from './oppwa'
import type { ConnectionCredentials, ProviderClient, ProviderFactory } from './port'
import { PROFILES } from './profiles'
import type { WebhookReader } from './webhook-port'

interface ProviderEntry {
  readonly create: ProviderFactory
  /** Null where the provider makes no calls to us. */
  readonly readWebhook: WebhookReader | null
}

const ENTRIES: Readonly<Record<Provider, ProviderEntry>> = {
  dintero: { create: createDinteroClient, readWebhook: readDinteroWebhook },
  'bambora-checkout': {
    create: createBamboraCheckoutClient,
    readWebhook: readBamboraCheckoutWebhook,
  },
  'bambora-native': { create: createBamboraNativeClient, readWebhook: null },
  oppwa: { create: createOppwaClient, readWebhook: readOppwaWebhook },
}

/** Raised when a connection would send its secret to a host that isn't the provider's. */
export class ForeignHostError extends Error {
  override readonly name = 'ForeignHostError'
}

/** Raised when a secret hasn't the form that its provider needs; says what is wrong, not what it is. */
export class MalformedSecretError extends Error {
  override readonly name = 'MalformedSecretError'
}

/**
 * Makes the client of a connection. Throws ForeignHostError for a base URL outside the allow-list,
 * and MalformedSecretError for a secret that its provider could not use.
 */
export function createProviderClient(
  provider: Provider,
  credentials: ConnectionCredentials,
): ProviderClient {
  assertKnownHost(provider, credentials.baseUrl)
  const baseUrl = credentials.baseUrl.replace(/\/+$/, '')
  try {
    return ENTRIES[provider].create({ ...credentials, baseUrl })
  } catch (error) {
    if (error instanceof z.ZodError) throw new MalformedSecretError(z.prettifyError(error))
    throw error
  }
}

/** What verifies a provider's calls to us, or null when it makes none. */
export function webhookReader(provider: Provider): WebhookReader | null {
  return ENTRIES[provider].readWebhook
}

function assertKnownHost(provider: Provider, baseUrl: string): void {
  const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : null
  const allowed = [...PROFILES[provider].origins, ...env().PAYDESK_ALLOWED_PROVIDER_ORIGINS]
  if (origin === null || !allowed.includes(origin)) {
    throw new ForeignHostError(
      `${baseUrl} is not an address of ${provider}; secrets are only sent to the provider’s own hosts`,
    )
  }
}
