import type { Database } from '@/db/client'
import { findConnectionFigures } from '@/db/queries/sync/connection-figures'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import { encryptionKeys } from '@/lib/config/key-ring'
import { openSecret } from '@/lib/config/secret-box'
import type { Scope } from '@/lib/domain/access/scope'
import type { ConnectionCheckView } from '@/lib/domain/provider/connection-fault'
import type { ConnectionHealth } from '@/lib/domain/view/connection-view'
import { webhookReader } from '@/lib/providers/registry'
import { getClient, UnusableConnectionError } from './connection-client'

/** The connections in scope, by name, and how each is doing. No provider is asked. */
export async function listConnectionHealth(
  database: Database,
  scope: Scope,
): Promise<readonly ConnectionHealth[]> {
  const [records, figures] = await Promise.all([
    listConnections(database, scope),
    findConnectionFigures(database, scope),
  ])
  return records.map((record) => {
    const { id, name, provider, accountId, isTest, disabledAt, closedAt } = record
    const { unread = 0, lastWebhookAt = null } = figures.get(id) ?? {}
    const state = closedAt !== null ? 'closed' : disabledAt !== null ? 'disabled' : 'enabled'
    const usability =
      state === 'closed' ? { unusable: null, hasList: null } : usabilityOf(database, record)
    return {
      id,
      name,
      provider,
      accountId,
      isTest,
      state,
      stoppedAt: closedAt ?? disabledAt,
      check: checkOf(record),
      unusable: usability.unusable,
      knownUntil: record.polledUntil,
      hasList: usability.hasList,
      sendsWebhooks: webhookReader(provider) !== null,
      lastWebhookAt,
      unread,
    }
  })
}

/** The last thing that was heard of a connection. */
export function checkOf(record: ConnectionRecord): ConnectionCheckView {
  const { checkedAt, checkProblem: fault, checkDetail, failingSince } = record
  if (fault === null) return { checkedAt, fault, detail: null, failingSince: null }
  return { checkedAt, fault, detail: checkDetail, failingSince }
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
