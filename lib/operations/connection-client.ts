import type { Database } from '@/db/client'
import { findConnection, type ConnectionRecord } from '@/db/queries/connections'
import { env } from '@/lib/config/env'
import { openSecret } from '@/lib/config/secret-box'
import type { ProviderClient } from '@/lib/providers/port'
import { providerClient } from '@/lib/providers/registry'

/** The client that speaks for a connection. Throws when its secret cannot be opened. */
export function clientOf(connection: ConnectionRecord): ProviderClient {
  const opened = openSecret(
    connection.secretCiphertext,
    env().PAYDESK_ENCRYPTION_KEY,
    connection.id,
  )
  if (!opened.ok) throw new Error(`connection ${connection.id}: ${opened.error.code}`)
  return providerClient(connection.provider, {
    connectionId: connection.id,
    accountId: connection.accountId,
    baseUrl: connection.baseUrl,
    secret: JSON.parse(opened.value) as unknown,
  })
}

/** The client of a connection by its id. Throws when there is no such connection. */
export async function clientFor(database: Database, connectionId: string): Promise<ProviderClient> {
  const connection = await findConnection(database, connectionId)
  if (connection === null) throw new Error(`there is no connection ${connectionId}`)
  return clientOf(connection)
}
