import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { sealSecret } from '@/lib/config/secret-box'
import { success, type Result } from '@/lib/domain/operation/result'
import type { ChangedConnectionView, SettingValue } from '@/lib/domain/provider/connection-change'
import type { ConnectionCheck } from '@/lib/providers/port'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import {
  createProviderClient,
  findContradiction,
  ForeignHostError,
  MalformedSecretError,
} from '@/lib/providers/registry'
import {
  contradicts,
  findChangeable,
  unchanged,
  writeChange,
  type ConnectionChangeContext,
} from './change-context'
import { checkInTime } from './check-connection'
import { openConnectionSecret, UnusableConnectionError } from './connection-client'
import { sealedConnection } from './sealed-connection'
import { replacedWebhookFields, webhookSecretContext } from './webhook-secrets'

type Secret = Readonly<Record<string, unknown>>

/**
 * Replaces fields of a connection's secret; what is not typed stays. The new one is tested at the
 * provider first, and all instances take it with the next thing that they begin. What signed webhooks
 * before counts for a day beside it.
 */
export async function replaceSecret(
  context: ConnectionChangeContext,
  fields: Readonly<Record<string, string>>,
): Promise<Result<ChangedConnectionView>> {
  const found = await findChangeable(context)
  if (!found.ok) return found
  const connection = found.value
  const known = CONNECTION_FORMS[connection.provider].secretFields.map(({ field }) => field)
  const typed = Object.entries(fields)
    .map(([field, value]) => [field, value.trim()] as const)
    .filter(([field, value]) => known.includes(field) && value !== '')
  if (typed.length === 0) return unchanged('nothing_typed')
  // With a lost key nothing of the old secret can be kept: all is typed anew.
  const before = openedSecret(connection) ?? {}
  const after = { ...before, ...Object.fromEntries(typed) }
  const { baseUrl } = connection
  return storeSecret(context, connection, { kind: 'secret', before, after, baseUrl })
}

/**
 * Replaces everything that a connection is made of but its account: secret, settings and address, as
 * they are stated anew at the command line. Tested and stored as `replaceSecret` does.
 */
export async function restateConnection(
  context: ConnectionChangeContext,
  { secret: after, baseUrl }: { readonly secret: Secret; readonly baseUrl: string },
): Promise<Result<ChangedConnectionView>> {
  const found = await findChangeable(context)
  if (!found.ok) return found
  const before = openedSecret(found.value) ?? {}
  return storeSecret(context, found.value, { kind: 'secret', before, after, baseUrl })
}

/**
 * Sets all settings of a connection that vary by account; the secret itself stays. They are tested at
 * the provider first. Of the accounts that the connection reads none may get lost.
 */
export async function changeSettings(
  context: ConnectionChangeContext,
  settings: Readonly<Record<string, SettingValue>>,
): Promise<Result<ChangedConnectionView>> {
  const found = await findChangeable(context)
  if (!found.ok) return found
  const before = openedSecret(found.value)
  if (before === null) return unchanged('secret_unreadable')
  const { secretFields, settingFields } = CONNECTION_FORMS[found.value.provider]
  const unknown = Object.keys(settings).filter(
    (name) => ![...secretFields, ...settingFields].some(({ field }) => field === name),
  )
  if (unknown.length > 0) return unchanged('fields_malformed', unknown.join(', '))
  const kept = secretFields.map(({ field }) => [field, before[field]] as const)
  const names = secretFields.map(({ field }) => field)
  const set = Object.entries(settings).filter(([field]) => !names.includes(field))
  const after = Object.fromEntries([...kept.filter(([, value]) => value !== undefined), ...set])
  const { baseUrl } = found.value
  return storeSecret(context, found.value, { kind: 'settings', before, after, baseUrl })
}

/** The settings of a connection as they are stored; null when its secret cannot be opened. */
export function settingsOf(
  connection: ConnectionRecord,
): Readonly<Record<string, SettingValue>> | null {
  const secret = openedSecret(connection)
  if (secret === null) return null
  const hidden = CONNECTION_FORMS[connection.provider].secretFields.map(({ field }) => field)
  const settings = Object.entries(secret).flatMap(([field, value]) =>
    !hidden.includes(field) && isSettingValue(value) ? [[field, value] as const] : [],
  )
  return Object.fromEntries(settings)
}

function isSettingValue(value: unknown): value is SettingValue {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function openedSecret(connection: ConnectionRecord): Secret | null {
  try {
    return openConnectionSecret(connection) as Secret
  } catch (error) {
    if (error instanceof UnusableConnectionError) return null
    throw error
  }
}

interface SecretChange {
  readonly kind: 'secret' | 'settings'
  readonly before: Secret
  readonly after: Secret
  readonly baseUrl: string
}

async function storeSecret(
  context: ConnectionChangeContext,
  connection: ConnectionRecord,
  { kind, before, after, baseUrl }: SecretChange,
): Promise<Result<ChangedConnectionView>> {
  const { id, provider, name, accountId } = connection
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => before[field] !== after[field])
    .toSorted()
  const fields = baseUrl === connection.baseUrl ? changed : [...changed, 'baseUrl']
  if (fields.length === 0) return success({ isChanged: false })
  try {
    const keys = encryptionKeys()
    const stated = { id, provider, name, accountId, baseUrl, secret: after }
    const write = sealedConnection(stated, keys)
    const contradictory = findContradiction(provider, stated)
    // One that was stored before must not keep a new secret out.
    if (contradictory?.fields.some((field) => changed.includes(field)) === true) {
      return contradicts(contradictory)
    }
    if (write.isTest !== connection.isTest) return unchanged('other_environment')
    const dropped = connection.accounts.filter((account) => !write.accounts.includes(account))
    if (dropped.length > 0) return unchanged('account_missing', dropped.join(', '))
    const credentials = { connectionId: id, accountId: write.accountId, baseUrl, secret: after }
    const check = await checkInTime(createProviderClient(provider, credentials))
    if (!check.ok) return refusedBy(check)
    const replaced = replacedWebhookFields(provider, before, after)
    return await writeChange(context, {
      kind,
      write,
      fields,
      replacedWebhookSecret:
        replaced === null
          ? null
          : sealSecret(JSON.stringify(replaced), keys, webhookSecretContext(id)),
      overlapMs: LIMITS.connection.webhookOverlapMs,
    })
  } catch (error) {
    if (error instanceof ForeignHostError) return unchanged('unusable', error.message)
    if (error instanceof MalformedSecretError) {
      const fields = error.fields.filter((field) => field !== '').join(', ')
      return unchanged('fields_malformed', fields === '' ? error.message : fields)
    }
    throw error
  }
}

function refusedBy({ problem, message }: Extract<ConnectionCheck, { readonly ok: false }>) {
  switch (problem) {
    case 'unauthorized':
      return unchanged('secret_refused', message)
    case 'wrong_account':
    case 'not_found':
      return unchanged('wrong_account', message)
    default:
      return unchanged('unavailable', message)
  }
}
