import type { Database } from '@/db/client'
import { countRead } from '@/db/queries/sync/count-read'
import { findConnection, type ConnectionRecord } from '@/db/queries/sync/connections'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
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
import { noteUse } from './note-use'

/** Raised before anything is started: as it is stored, a connection cannot be used. */
export class UnusableConnectionError extends Error {
  override readonly name = 'UnusableConnectionError'
}

/** A connection as of one change: a new account, address or secret makes it another version. */
type ConnectionVersion = Pick<ConnectionRecord, 'id' | 'updatedAt'>

interface CachedClient {
  readonly updatedAtMs: number
  readonly client: ProviderClient
}

/** The clients of a process, by connection, of each database that it uses: one, but for tests. */
type ClientRegistry = WeakMap<Database, Map<string, CachedClient>>

/**
 * On `globalThis`, because Next bundles the jobs and the actions apart: a variable of this module is
 * there twice in one process, and so would be each client, its token, and what it knows of limits.
 */
const shared = globalThis as typeof globalThis & { paydeskClients?: ClientRegistry }

function clientsOf(database: Database): Map<string, CachedClient> {
  shared.paydeskClients ??= new WeakMap()
  const clients = shared.paydeskClients.get(database) ?? new Map<string, CachedClient>()
  shared.paydeskClients.set(database, clients)
  return clients
}

/**
 * The client that speaks for a connection, one for the process, kept until the connection changes.
 * Throws UnusableConnectionError when its secret cannot be opened, its address is not the
 * provider's, or the database doesn't keep for it alone every account that it would read.
 */
export function getClient(database: Database, connection: ConnectionRecord): ProviderClient {
  const known = cachedClient(database, connection)
  if (known !== null) return known
  const client = makeClient(database, connection)
  const updatedAtMs = connection.updatedAt.getTime()
  clientsOf(database).set(connection.id, { updatedAtMs, client })
  return client
}

/**
 * The client of a connection as it is stored now. Throws as `getClient` does, and when it is gone.
 */
export async function loadClient(database: Database, id: string): Promise<ProviderClient> {
  return getClient(database, await loadConnection(database, id))
}

/** A connection as it is stored now. Throws UnusableConnectionError when it is gone. */
export async function loadConnection(database: Database, id: string): Promise<ConnectionRecord> {
  const connection = await findConnection(database, id)
  if (connection === null) throw new UnusableConnectionError(`there is no connection ${id}`)
  return connection
}

/**
 * One page of a connection's list, requested with its secret of this moment: going through a list
 * takes longer than a new secret may wait. Null where the provider has none. Throws as
 * `loadClient`, and when the connection is disabled.
 */
export async function listPage(
  database: Database,
  connectionId: string,
  cursor: string | null,
  since: Date | null,
): Promise<ListResult | null> {
  const connection = await loadConnection(database, connectionId)
  if (connection.disabledAt !== null) throw new UnusableConnectionError('it is disabled')
  const { listTransactions } = getClient(database, connection)
  if (listTransactions === null) return null
  const page = await listTransactions(cursor, since)
  await noteUse(database, connection, 'list', page)
  return page
}

/** The client of a connection that was just read: from memory if it is the same version. */
function clientFor(
  database: Database,
  version: ConnectionVersion,
): ProviderClient | Promise<ProviderClient> {
  return cachedClient(database, version) ?? loadClient(database, version.id)
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

function cachedClient(
  database: Database,
  { id, updatedAt }: ConnectionVersion,
): ProviderClient | null {
  const known = clientsOf(database).get(id)
  return known?.updatedAtMs === updatedAt.getTime() ? known.client : null
}

/**
 * A connection's secret; its shape is the provider's own. Throws UnusableConnectionError when it
 * cannot be opened.
 */
export function openConnectionSecret({
  id,
  secretCiphertext,
  closedAt,
}: Pick<ConnectionRecord, 'id' | 'secretCiphertext' | 'closedAt'>): unknown {
  if (closedAt !== null) throw new UnusableConnectionError('it was removed for good')
  const opened = openSecret(secretCiphertext, encryptionKeys(), id)
  if (!opened.ok)
    throw new UnusableConnectionError(`its secret cannot be opened: ${opened.error.code}`)
  return JSON.parse(opened.value)
}

function makeClient(database: Database, connection: ConnectionRecord): ProviderClient {
  const secret = openConnectionSecret(connection)
  try {
    const { accounts } = accountIdentity(connection.provider, { ...connection, secret })
    if (accounts.join() !== connection.accounts.join()) throw notItsOwn(connection, accounts)
    return createProviderClient(connection.provider, {
      connectionId: connection.id,
      accountId: connection.accountId,
      baseUrl: connection.baseUrl,
      secret,
      countRead: (subject, perMinute) => countOrLog(database, connection.id, subject, perMinute),
    })
  } catch (error) {
    if (error instanceof ForeignHostError || error instanceof MalformedSecretError) {
      throw new UnusableConnectionError(error.message)
    }
    throw error
  }
}

async function countOrLog(
  database: Database,
  connectionId: string,
  subject: string,
  limit: number,
): Promise<number> {
  const windowMs = LIMITS.provider.readLimitWindowMs
  try {
    return await countRead(database, { connectionId, subject, limit, windowMs })
  } catch (error) {
    log().warn({ error, connectionId }, 'reads could not be counted')
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
