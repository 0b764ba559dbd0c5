import type { Database } from '@/db/client'
import { findStreamPayment, findStreamPersonName } from '@/db/queries/audit/audit-stream'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { Actor } from '@/lib/domain/access/actor'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { AuditReport } from '@/lib/domain/view/audit-report'
import { verifyChains } from './verify-chains'

/**
 * Verifies the whole audit trail for people; the heads are many and have a download of their own.
 * `needs_all_connections` for a person who sees some only: the trail names payments of all.
 */
export async function verifyAudit(context: {
  readonly database: Database
  readonly actor: Pick<Actor, 'scope'>
}): Promise<Result<AuditReport>> {
  const { database, actor } = context
  if (actor.scope !== 'all') return failure('needs_all_connections')
  const verifiedAt = new Date(await findDatabaseTime(database))
  const { streams, entries, digest, firstBad } = await verifyChains(database)
  if (firstBad === null) {
    return success({ chains: streams, entries, digest, verifiedAt, firstBad })
  }
  const { streamId, sequence, problem } = firstBad
  const payment = await findStreamPayment(database, streamId)
  const personName = await findStreamPersonName(database, streamId)
  return success({
    chains: streams,
    entries,
    digest,
    verifiedAt,
    firstBad: { chainId: streamId, sequence, problem, payment, personName },
  })
}
