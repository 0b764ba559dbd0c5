import type { Database } from '@/db/client'
import { revokeOwnSession } from '@/db/queries/access/sessions-of-person'
import type { Actor } from '@/lib/domain/access/actor'
import type { OwnSessionInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'

interface Context {
  readonly actor: Actor
  readonly requestId: string
  readonly database: Database
}

/** Signs who asks out of another browser. Fails with `session_gone` when it has ended already. */
export async function endOwnSession(
  { actor, requestId, database }: Context,
  { sessionId }: OwnSessionInput,
): Promise<Result<null>> {
  const request = { requestId, reason: null, actor }
  const isEnded = await revokeOwnSession(database, sessionId, request)
  return isEnded ? success(null) : failure('session_gone')
}
