import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { addConnectionRow } from '@/db/queries/access/add-connection'
import {
  findConnectionByName,
  findHeldAccounts,
  type ConnectionWrite,
} from '@/db/queries/sync/connections'
import { env } from '@/lib/config/env'
import { encryptionKeys } from '@/lib/config/key-ring'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import {
  createProviderClient,
  findContradiction,
  ForeignHostError,
  MalformedSecretError,
  webhookReader,
} from '@/lib/providers/registry'
import { contradicts } from './change-context'
import { checkInTime, providerFailure } from './check-connection'
import { sealedConnection, type StatedConnection } from './sealed-connection'

export type UnconnectedAccount = Omit<StatedConnection, 'id'>

export interface ConnectedAccount {
  readonly id: string
  /** Address to register with the provider for its webhooks; null when it makes no calls. */
  readonly webhookUrl: string | null
}

/**
 * Connects an account in the name of the command line: tests it against its provider, and only if that
 * works stores it, its secret sealed, with the audit entry. Fails in words, and then nothing is stored:
 * with what the provider said, when the name is another connection's, and when one reads the account
 * already. The database is opened as the owner of the tables.
 */
export async function connectAccount(
  database: Database,
  connection: UnconnectedAccount,
): Promise<Result<ConnectedAccount>> {
  const { secret } = connection
  try {
    const id = randomUUID()
    const write = sealedConnection({ ...connection, id }, encryptionKeys())
    const contradictory = findContradiction(connection.provider, connection)
    if (contradictory !== null) return contradicts(contradictory)
    const refused = await refusalOf(database, write)
    if (refused !== null) return refused

    const { provider, accountId, baseUrl } = write
    const credentials = { connectionId: id, accountId, baseUrl, secret }
    const check = await checkInTime(createProviderClient(provider, credentials))
    if (!check.ok) return providerFailure(check)
    const request = { requestId: randomUUID(), reason: null, actor: null }
    if ((await addConnectionRow(database, write, request)) !== 'added') {
      return (
        (await refusalOf(database, write)) ?? failure('changed_meanwhile', { message: MEANWHILE })
      )
    }
    return success({ id, webhookUrl: webhookUrlOf(write) })
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
  // It was connected under this name meanwhile.
  if (known.provider === provider && known.accountId === accountId) return null
  const message = `“${name}” is the account ${known.accountId} (${known.provider}), and its payments stay with it. Choose another name for ${accountId}.`
  return failure('name_of_another_account', { message })
}

/** Address to register with the provider for its webhooks; null when it makes no calls. */
export function webhookUrlOf({
  provider,
  id,
}: Pick<ConnectionWrite, 'provider' | 'id'>): string | null {
  if (webhookReader(provider) === null) return null
  return new URL(`/api/webhooks/${provider}/${id}`, env().NEXTAUTH_URL).href
}
