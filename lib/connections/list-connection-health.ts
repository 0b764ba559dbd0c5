import type { Database } from '@/db/client'
import { findConnectionFigures } from '@/db/queries/sync/connection-figures'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import { encryptionKeys } from '@/lib/config/key-ring'
import { openSecret } from '@/lib/config/secret-box'
import { isScopeWithin, type Scope } from '@/lib/domain/access/scope'
import type { ConnectionHealth } from '@/lib/domain/view/connection-view'
import { webhookReader } from '@/lib/providers/registry'
import { getClient, UnusableConnectionError } from './connection-client'

/** The connections in scope, by name, and how each is doing. No provider is asked. */
export async function listConnectionHealth(
  database: Database,
  scope: Scope,
): Promise<readonly ConnectionHealth[]> {
  const [records, figures] = await Promise.all([
    listConnections(database),
    findConnectionFigures(database, scope),
  ])
  const seen = records.filter(({ id }) => isScopeWithin([id], scope))
  return seen.map((record) => {
    const { id, name, provider, accountId, isTest, checkedAt, checkProblem } = record
    const { unread = 0, lastWebhookAt = null } = figures.get(id) ?? {}
    const { unusable, hasList } = usabilityOf(database, record)
    return {
      id,
      name,
      provider,
      accountId,
      isTest,
      checkedAt,
      checkProblem,
      unusable,
      knownUntil: record.polledUntil,
      hasList,
      sendsWebhooks: webhookReader(provider) !== null,
      lastWebhookAt,
      unread,
    }
  })
}

/** Why a connection cannot be used as it is stored, and if its provider has a list; null is not known. */
export function usabilityOf(
  database: Database,
  record: ConnectionRecord,
): Pick<ConnectionHealth, 'unusable' | 'hasList'> {
  // A client that is kept would hide that the key is gone.
  const isOpened = openSecret(record.secretCiphertext, encryptionKeys(), record.id).ok
  if (!isOpened) return { unusable: 'secret', hasList: null }
  try {
    return { unusable: null, hasList: getClient(database, record).listTransactions !== null }
  } catch (error) {
    if (!(error instanceof UnusableConnectionError)) throw error
    return { unusable: 'settings', hasList: null }
  }
}
