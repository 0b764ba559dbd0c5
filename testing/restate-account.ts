import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { restateConnection } from '@/lib/connections/replace-secret'

/** Gives an account that is connected another secret, as `npm run connect` does, by the tables' owner. */
export function restateAccount(
  owner: Database,
  { id, baseUrl }: Pick<ConnectionRecord, 'id' | 'baseUrl'>,
  secret: Readonly<Record<string, unknown>>,
) {
  const request = { requestId: randomUUID(), reason: null, actor: null }
  const context = { database: owner, connectionId: id, seen: null, request }
  return restateConnection(context, { secret, baseUrl })
}
