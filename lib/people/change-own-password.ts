import type { Database } from '@/db/client'
import { updateOwnPassword } from '@/db/queries/access/update-own-password'
import { hashPassword } from '@/lib/access/passwords'
import type { Actor } from '@/lib/domain/access/actor'
import type { OwnPasswordInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { checkOwnPassword } from './check-own-password'
import { findPasswordProblem } from './person-rules'

interface Context {
  readonly actor: Actor
  readonly requestId: string
  readonly database: Database
}

/**
 * Changes the password of who asks, and ends that person's sessions in other browsers. Fails as
 * `checkOwnPassword`, or with what is wrong about the new one.
 */
export async function changeOwnPassword(
  context: Context,
  { current, next }: OwnPasswordInput,
): Promise<Result<{ sessionsEnded: number }>> {
  const problem = findPasswordProblem(next)
  if (problem !== null) return failure(problem, { field: 'next' })
  const checked = await checkOwnPassword(context, current)
  if (!checked.ok) return checked
  const { actor, requestId, database } = context
  const { userId, sessionId } = actor
  const { passwordHash: previousHash } = checked.value
  const passwordHash = await hashPassword(next)
  const change = { userId, sessionId, previousHash, passwordHash, requestId }
  const sessionsEnded = await updateOwnPassword(database, change)
  if (sessionsEnded === null) return failure('password_wrong', { field: 'current' })
  return success({ sessionsEnded })
}
