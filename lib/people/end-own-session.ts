import { revokeOwnSession } from '@/db/queries/access/sessions-of-person'
import type { OwnSessionInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OwnContext } from './confirm-password'

/** Signs who asks out of another browser. Fails with `session_gone` when it has ended already. */
export async function endOwnSession(
  { actor, requestId, database }: OwnContext,
  { sessionId }: OwnSessionInput,
): Promise<Result<null>> {
  const request = { requestId, reason: null, actor }
  const isEnded = await revokeOwnSession(database, sessionId, request)
  return isEnded ? success(null) : failure('session_gone')
}
