import { sql, type SQL } from 'drizzle-orm'
import { addressOf, SINGLE_SIGN_ON, type PersonRequest } from '@/lib/domain/access/actor'
import { connectionIdsOf } from '@/db/queries/within-scope'

/**
 * Who asks, as the functions take it that change rights. They check in the database what it says: that
 * the person is still so, or that the command line comes as the owner of the tables.
 */
export function personRequest(request: PersonRequest): SQL {
  const { actor, requestId, reason } = request
  const asking =
    actor === null
      ? sql`${request.agent === SINGLE_SIGN_ON ? 'single_sign_on' : 'operator'}, null, null, null`
      : sql`'person', ${actor.userId}::uuid, ${actor.role}, ${connectionIdsOf(actor.scope)}`
  return sql`row(
    ${asking}, ${requestId}::uuid, ${reason}::text, ${addressOf(request)}::text
  )::person_request`
}
