import type { Database } from '@/db/client'
import {
  findConnectionPage,
  listConnectionChanges,
  type ConnectionEntry,
} from '@/db/queries/sync/connection-page'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import {
  CONNECTION_CHANGES,
  type ConnectionChangeView,
  type ConnectionView,
} from '@/lib/domain/provider/connection-view'
import { checkOf, usabilityOf } from './list-connection-health'
import { webhookUrlOf } from './connect-account'
import { settingsOf } from './replace-secret'

/** A connection as its page shows it; null when there is none in scope. */
export async function readConnection(
  database: Database,
  scope: Scope,
  id: string,
): Promise<ConnectionView | null> {
  const [page, entries] = await Promise.all([
    findConnectionPage(database, scope, id),
    listConnectionChanges(database, id, LIMITS.connection.changesListed),
  ])
  if (page === null) return null
  const { connection, state } = page
  const { provider } = connection
  return {
    id,
    name: connection.name,
    provider,
    accountId: connection.accountId,
    accounts: connection.accounts,
    baseUrl: connection.baseUrl,
    isTest: connection.isTest,
    state,
    closedAt: connection.closedAt,
    hasList: state === 'closed' ? null : usabilityOf(database, connection).hasList,
    version: connection.updatedAt.toISOString(),
    createdAt: connection.createdAt,
    webhookUrl: state === 'closed' ? null : webhookUrlOf({ id, provider }),
    settings: settingsOf(connection),
    health: {
      check: checkOf(connection),
      knownUntil: connection.polledUntil,
      lastWebhookAt: page.lastWebhookAt,
      previousWebhookUntil: page.hasPreviousWebhook ? connection.previousWebhookUntil : null,
      unread: page.unread,
      openOperations: page.openOperations,
      payments: page.payments,
      held: page.held,
    },
    changes: entries.flatMap(changeOf),
  }
}

function changeOf({ action, actorName, at }: ConnectionEntry): readonly ConnectionChangeView[] {
  const known = CONNECTION_CHANGES.find((one) => one === action)
  return known === undefined ? [] : [{ action: known, actorName, at: new Date(at) }]
}
