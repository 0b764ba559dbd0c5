import type { Database } from '@/db/client'
import { restartSync } from '@/db/queries/sync/sync-runs'
import { findUnreadPayment } from '@/db/queries/sync/unread-payments'
import { LIMITS } from '@/lib/config/limits'
import { UnusableConnectionError } from '@/lib/connections/connection-client'
import type { Actor } from '@/lib/domain/access/actor'
import type { ReadAgainInput, ReadAgainResult } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { readPayment } from './read-payment'

/**
 * Reads a payment again that could not be read, unless that was tried a moment ago. What has no id
 * is found again only by reading the whole list, which begins at once. Nothing is ever sent.
 */
export async function readAgain(
  { database, actor }: { readonly database: Database; readonly actor: Pick<Actor, 'scope'> },
  { unreadId }: ReadAgainInput,
): Promise<Result<ReadAgainResult>> {
  const unread = await findUnreadPayment(database, actor.scope, unreadId)
  if (unread === null) return success('read')
  const { connectionId, connectionName, providerTransactionId, orderReference } = unread
  if (unread.triedMsAgo < LIMITS.reread.againMs) return success('just_tried')
  if (providerTransactionId === null) {
    await restartSync(database, connectionId)
    return success('list_begun')
  }
  try {
    const read = await readPayment(database, connectionId, {
      providerTransactionId,
      orderReference,
    })
    if (!read.ok && read.waitMs !== undefined) return success({ waitMs: read.waitMs })
    return success(read.ok ? 'read' : 'unread')
  } catch (error) {
    if (!(error instanceof UnusableConnectionError)) throw error
    return failure('provider_not_asked', { values: { connection: connectionName } })
  }
}
