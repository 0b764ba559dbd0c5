import type { Provider } from '@/lib/domain/provider/provider'

export interface SecretField {
  readonly field: string
  /** The environment variable that it comes from, so that it is in no shell history. */
  readonly variable: string
  /** What it is or looks like, where its name doesn't tell. */
  readonly note?: string
  readonly optional?: true
}

const FIELDS: Readonly<Record<Provider, readonly SecretField[]>> = {
  dintero: [
    { field: 'clientId', variable: 'CONNECT_CLIENT_ID' },
    { field: 'clientSecret', variable: 'CONNECT_CLIENT_SECRET' },
    {
      field: 'webhookSecret',
      variable: 'CONNECT_WEBHOOK_SECRET',
      note: 'of the account’s webhooks',
      optional: true,
    },
    {
      field: 'callbackSecret',
      variable: 'CONNECT_CALLBACK_SECRET',
      note: 'of the payments’ callbacks',
      optional: true,
    },
  ],
  'bambora-checkout': [
    { field: 'accessToken', variable: 'CONNECT_ACCESS_TOKEN' },
    { field: 'secretToken', variable: 'CONNECT_SECRET_TOKEN' },
    { field: 'md5Key', variable: 'CONNECT_MD5_KEY', note: 'of the callbacks', optional: true },
  ],
  'bambora-native': [
    { field: 'clientId', variable: 'CONNECT_CLIENT_ID' },
    { field: 'clientSecret', variable: 'CONNECT_CLIENT_SECRET' },
  ],
  oppwa: [
    { field: 'accessToken', variable: 'CONNECT_ACCESS_TOKEN' },
    { field: 'environment', variable: 'CONNECT_ENVIRONMENT', note: 'test or live' },
    {
      field: 'webhookKey',
      variable: 'CONNECT_WEBHOOK_KEY',
      note: 'of the webhooks',
      optional: true,
    },
  ],
}

/** What a connection to a provider keeps secret, and where each comes from. */
export function secretFields(provider: Provider): readonly SecretField[] {
  return FIELDS[provider]
}

export type ConnectSecret =
  | { readonly ok: true; readonly secret: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly missing: readonly string[] }

/** The secret that a provider's client needs, or the names of the variables that are missing. */
export function connectSecret(
  provider: Provider,
  environment: Readonly<Record<string, string | undefined>>,
): ConnectSecret {
  const secret: Record<string, string> = {}
  const missing: string[] = []
  for (const { field, variable, optional } of FIELDS[provider]) {
    const value = environment[variable]
    if (value) secret[field] = value
    else if (!optional) missing.push(variable)
  }
  return missing.length === 0 ? { ok: true, secret } : { ok: false, missing }
}
