import { z } from 'zod'
import { env } from '@/lib/config/env'
import type { Provider } from '@/lib/domain/provider/provider'
import type {
  AccountIdentity,
  AccountReader,
  Contradiction,
  ContradictionFinder,
  NamedAccount,
} from './account-port'
import {
  createBamboraCheckoutClient,
  readBamboraCheckoutAccount,
  readBamboraCheckoutWebhook,
} from './bambora-checkout'
import { createBamboraNativeClient, readBamboraNativeAccount } from './bambora-native'
import { createDinteroClient, readDinteroAccount, readDinteroWebhook } from './dintero'
import {
  createOppwaClient,
  findOppwaContradiction,
  readOppwaAccount,
  readOppwaWebhook,
} from './oppwa'
import type { ConnectionCredentials, ProviderClient, ProviderFactory } from './port'
import { PROFILES } from './profiles'
import { storableNotice } from './shared/webhook-notice'
import type { WebhookReader } from './webhook-port'

interface ProviderEntry {
  readonly create: ProviderFactory
  readonly readAccount: AccountReader
  /** Null where the provider makes no calls to us. */
  readonly readWebhook: WebhookReader | null
  /** Absent where there are no settings that could contradict each other. */
  readonly findContradiction?: ContradictionFinder
}

const ENTRIES: Readonly<Record<Provider, ProviderEntry>> = {
  dintero: {
    create: createDinteroClient,
    readAccount: readDinteroAccount,
    readWebhook: readDinteroWebhook,
  },
  oppwa: {
    create: createOppwaClient,
    readAccount: readOppwaAccount,
    readWebhook: readOppwaWebhook,
    findContradiction: findOppwaContradiction,
  },
  'bambora-checkout': {
    create: createBamboraCheckoutClient,
    readAccount: readBamboraCheckoutAccount,
    readWebhook: readBamboraCheckoutWebhook,
  },
  'bambora-native': {
    create: createBamboraNativeClient,
    readAccount: readBamboraNativeAccount,
    readWebhook: null,
  },
}

/** Raised when a connection would send its secret to a host that isn't the provider's. */
export class ForeignHostError extends Error {
  override readonly name = 'ForeignHostError'
}

/** Raised when a secret hasn't the form that its provider needs; says what is wrong, not what it is. */
export class MalformedSecretError extends Error {
  override readonly name = 'MalformedSecretError'

  /** @param fields the members that are missing or not as they must be */
  constructor(
    message: string,
    readonly fields: readonly string[],
  ) {
    super(message)
  }
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
  return explained(() => ENTRIES[provider].create({ ...credentials, baseUrl }))
}

/**
 * The name of a connection's account at its provider, and every account that it reads. Throws
 * MalformedSecretError for a secret that its provider could not use.
 */
export function accountIdentity(provider: Provider, named: NamedAccount): AccountIdentity {
  return explained(() => ENTRIES[provider].readAccount(named))
}

/**
 * The first contradiction between the settings of a connection as a person states it; null where there
 * is none. What is stored is not judged: a rule that comes later must not end a connection. Throws
 * MalformedSecretError as `accountIdentity` does.
 */
export function findContradiction(provider: Provider, named: NamedAccount): Contradiction | null {
  return explained(() => ENTRIES[provider].findContradiction?.(named) ?? null)
}

function explained<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof z.ZodError) {
      const fields = error.issues.map(({ path }) => String(path[0] ?? ''))
      throw new MalformedSecretError(z.prettifyError(error), fields)
    }
    throw error
  }
}

/** The reader that verifies a provider's calls to us, or null when it makes none. */
export function webhookReader(provider: Provider): WebhookReader | null {
  const { readWebhook } = ENTRIES[provider]
  if (readWebhook === null) return null
  return (request, secret, now) => {
    const reading = readWebhook(request, secret, now)
    return reading.ok ? { ok: true, notice: storableNotice(reading.notice) } : reading
  }
}

/** The origins that a connection's secret may be sent to: the provider's, and those of the environment. */
export function providerAddresses(provider: Provider): readonly string[] {
  return [...PROFILES[provider].origins, ...env().PAYDESK_ALLOWED_PROVIDER_ORIGINS]
}

function assertKnownHost(provider: Provider, baseUrl: string): void {
  const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : null
  if (origin === null || !providerAddresses(provider).includes(origin)) {
    throw new ForeignHostError(
      `${baseUrl} is not an address of ${provider}; secrets are only sent to the provider’s own hosts`,
    )
  }
}
