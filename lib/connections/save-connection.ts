import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import {
  findConnectionByName,
  findHeldAccounts,
  updateConnectionCheck,
  upsertConnection,
  type ConnectionWrite,
} from '@/db/queries/sync/connections'
import { env } from '@/lib/config/env'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { ConnectionCheck, ProviderClient } from '@/lib/providers/port'
import {
  createProviderClient,
  ForeignHostError,
  MalformedSecretError,
  webhookReader,
} from '@/lib/providers/registry'
import { providerFailure } from './check-connection'
import { sealedConnection, type StatedConnection } from './sealed-connection'

export type NewConnection = Omit<StatedConnection, 'id'>

export interface SavedConnection {
  readonly id: string
  /** False when the account was connected before, and has another secret now. */
  readonly isNew: boolean
  /** Address to register with the provider for its webhooks; null when it makes no calls. */
  readonly webhookUrl: string | null
}

/**
 * Tests a connection against its provider and keeps it only if that works, its secret sealed. An
 * account that is connected under this name already gets the new secret and address; id, payments
 * and webhook address stay. Fails in words, and then nothing is stored: with what the provider
 * said, when the name belongs to another account, and when another connection reads the account.
 */
export async function saveConnection(
  database: Database,
  connection: NewConnection,
): Promise<Result<SavedConnection>> {
  const secret = connection.secret
  try {
    const known = await findConnectionByName(database, connection.name)
    const id = known?.id ?? randomUUID()
    const write = sealedConnection({ ...connection, id }, encryptionKeys())
    const refused = await refusalOf(database, write)
    if (refused !== null) return refused

    const { provider, accountId, baseUrl } = write
    const credentials = { connectionId: id, accountId, baseUrl, secret }
    const check = await checkInTime(createProviderClient(provider, credentials))
    if (!check.ok) return providerFailure(check)
    if (!(await upsertConnection(database, write))) {
      return (
        (await refusalOf(database, write)) ?? failure('changed_meanwhile', { message: MEANWHILE })
      )
    }
    await updateConnectionCheck(database, id, null)
    return success({ id, isNew: known === null, webhookUrl: webhookUrlOf(write) })
  } catch (error) {
    if (error instanceof ForeignHostError) {
      return failure('wrong_account', { message: error.message })
    }
    if (error instanceof MalformedSecretError) {
      return failure('malformed_secret', { message: error.message })
    }
    throw error
  }
}

const MEANWHILE = 'the connection was changed by others meanwhile; run it again'

/**
 * The refusal of a new connection because of the existing ones; null when nothing is against it.
 */
async function refusalOf(
  database: Database,
  wanted: ConnectionWrite,
): Promise<Result<never> | null> {
  const { provider, name, accountId, accounts } = wanted
  const held = await findHeldAccounts(database, provider, accounts)
  const elsewhere = held.find(({ connectionName }) => connectionName !== name)
  if (elsewhere !== undefined) {
    const { account, connectionName } = elsewhere
    const message = `the account ${account} is connected already, as “${connectionName}”. One account has one connection; to give that one a new secret, run this with --name "${connectionName}".`
    return failure('account_connected', { message })
  }
  const known = await findConnectionByName(database, name)
  if (known === null) return null
  if (known.closedAt !== null) {
    const message = `“${name}” was removed for good: its account stays with its payments, and takes no secret again.`
    return failure('account_connected', { message })
  }
  if (known.provider !== provider || known.accountId !== accountId) {
    const message = `“${name}” is the account ${known.accountId} (${known.provider}), and its payments stay with it. Choose another name for ${accountId}.`
    return failure('name_of_another_account', { message })
  }
  const dropped = known.accounts.filter((account) => !accounts.includes(account))
  if (dropped.length === 0) return null
  const message = `“${name}” also reads ${dropped.join(', ')}, whose payments it keeps. Name it again, in --settings.`
  return failure('account_missing', { message })
}

/** The test of a connection with an end of its own: a person waits for it. */
export async function checkInTime(client: ProviderClient): Promise<ConnectionCheck> {
  const { checkTimeoutMs } = LIMITS.provider
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<ConnectionCheck>((resolve) => {
    const message = `The provider did not answer within ${checkTimeoutMs / 1000} s.`
    timer = setTimeout(() => {
      resolve({ ok: false, problem: 'unavailable', message })
    }, checkTimeoutMs)
  })
  try {
    return await Promise.race([client.checkConnection(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** Address to register with the provider for its webhooks; null when it makes no calls. */
export function webhookUrlOf({
  provider,
  id,
}: Pick<ConnectionWrite, 'provider' | 'id'>): string | null {
  if (webhookReader(provider) === null) return null
  return new URL(`/api/webhooks/${provider}/${id}`, env().NEXTAUTH_URL).href
}
