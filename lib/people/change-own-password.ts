import { updateOwnPassword } from '@/db/queries/access/update-own-password'
import { hashPassword } from '@/lib/access/passwords'
import type { OwnPasswordInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { confirmPassword, type OwnContext } from './confirm-password'
import { findPasswordProblem } from './person-rules'

/**
 * Changes the password of who asks, and ends that person's sessions in other browsers. Fails as
 * `confirmPassword`, or with what is wrong about the new one.
 */
export async function changeOwnPassword(
  context: OwnContext,
  { current, next }: OwnPasswordInput,
): Promise<Result<{ sessionsEnded: number }>> {
  const { actor, requestId, database } = context
  const problem = findPasswordProblem(next, [actor.name, actor.email])
  if (problem !== null) return failure(problem, { field: 'next' })
  const confirmed = await confirmPassword(context, current)
  if (!confirmed.ok) return confirmed
  const { userId, sessionId, address = null } = actor
  const { passwordHash: previousHash } = confirmed.value
  const passwordHash = await hashPassword(next)
  const change = { userId, sessionId, previousHash, passwordHash, requestId, address }
  const sessionsEnded = await updateOwnPassword(database, change)
  if (sessionsEnded === null) return failure('password_wrong', { field: 'current' })
  return success({ sessionsEnded })
}
