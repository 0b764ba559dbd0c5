import type { Database } from '@/db/client'
import { findConnection, type ConnectionRecord } from '@/db/queries/sync/connections'
import { env } from '@/lib/config/env'
import { openSecret } from '@/lib/config/secret-box'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { log } from '@/lib/observability/log'
import type { ListResult, ProviderClient } from '@/lib/providers/port'
import {
  accountIdentity,
  createProviderClient,
  ForeignHostError,
  MalformedSecretError,
} from '@/lib/providers/registry'

/** Raised before anything is started: as it is stored, a connection cannot be used. */
export class UnusableConnectionError extends Error {
  override readonly name = 'UnusableConnectionError'
}

/** A connection as of one change: a new account, address or secret makes it another version. */
type ConnectionVersion = Pick<ConnectionRecord, 'id' | 'updatedAt'>

const cached = new Map<string, { readonly updatedAtMs: number; readonly client: ProviderClient }>()

/**
 * The client that speaks for a connection, kept so that its token is shared until the connection
 * changes. Throws UnusableConnectionError when its secret cannot be opened, its address is not the
 * provider's, or the database doesn't keep for it alone every account that it would read.
 */
export function getClient(connection: ConnectionRecord): ProviderClient {
  const known = cachedClient(connection)
  if (known !== null) return known
  const client = makeClient(connection)
  cached.set(connection.id, { updatedAtMs: connection.updatedAt.getTime(), client })
  return client
}

/**
 * The client of a connection as it is stored now. Throws as `getClient` does, and when it is gone.
 */
export async function loadClient(database: Database, id: string): Promise<ProviderClient> {
  const connection = await findConnection(database, id)
  if (connection === null) throw new UnusableConnectionError(`there is no connection ${id}`)
  return getClient(connection)
}

/**
 * One page of a connection's list, requested with its secret of this moment: going through a list
 * takes longer than a new secret may wait. Null where the provider has none. Throws as
 * `loadClient`.
 */
export async function listPage(
  database: Database,
  connectionId: string,
  cursor: string | null,
  since: Date | null,
): Promise<ListResult | null> {
  const { listTransactions } = await loadClient(database, connectionId)
  return listTransactions === null ? null : listTransactions(cursor, since)
}

/** The client of a connection that was just read: from memory if it is the same version. */
function clientFor(
  database: Database,
  version: ConnectionVersion,
): ProviderClient | Promise<ProviderClient> {
  return cachedClient(version) ?? loadClient(database, version.id)
}

/** The same, as an answer for people when the connection cannot be used. */
export async function loadUsableClient(
  database: Database,
  connection: ConnectionVersion & Pick<ConnectionRecord, 'name'>,
): Promise<Result<ProviderClient>> {
  try {
    return success(await clientFor(database, connection))
  } catch (error) {
    if (!(error instanceof UnusableConnectionError)) throw error
    log().error({ error, connectionId: connection.id }, 'a connection cannot be used')
    return failure('connection_unusable', { values: { connection: connection.name } })
  }
}

function cachedClient({ id, updatedAt }: ConnectionVersion): ProviderClient | null {
  const known = cached.get(id)
  return known?.updatedAtMs === updatedAt.getTime() ? known.client : null
}

/**
 * A connection's secret; its shape is the provider's own. Throws UnusableConnectionError when it
 * cannot be opened.
 */
export function openConnectionSecret({ id, secretCiphertext }: ConnectionRecord): unknown {
  const opened = openSecret(secretCiphertext, env().PAYDESK_ENCRYPTION_KEY, id)
  if (!opened.ok)
    throw new UnusableConnectionError(`its secret cannot be opened: ${opened.error.code}`)
  return JSON.parse(opened.value)
}

function makeClient(connection: ConnectionRecord): ProviderClient {
  const secret = openConnectionSecret(connection)
  try {
    const { accounts } = accountIdentity(connection.provider, { ...connection, secret })
    if (accounts.join() !== connection.accounts.join()) throw notItsOwn(connection, accounts)
    return createProviderClient(connection.provider, {
      connectionId: connection.id,
      accountId: connection.accountId,
      baseUrl: connection.baseUrl,
      secret,
    })
  } catch (error) {
    if (error instanceof ForeignHostError || error instanceof MalformedSecretError) {
      throw new UnusableConnectionError(error.message)
    }
    throw error
  }
}

/**
 * A second connection to an account would have a second guard on the same money (decision 0012).
 */
function notItsOwn({ accounts: held }: ConnectionRecord, read: readonly string[]): Error {
  const registered = held.length === 0 ? 'nothing' : held.join(', ')
  return new UnusableConnectionError(
    `it would read ${read.join(', ')}, and ${registered} is kept for it: connect it again`,
  )
}
