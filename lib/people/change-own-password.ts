import type { Database } from '@/db/client'
import { forgetSignInTries, takeSignInTry } from '@/db/queries/access/sign-in-throttles'
import { updateOwnPassword } from '@/db/queries/access/update-own-password'
import { findUserByEmail } from '@/db/queries/access/users'
import { hashPassword, isPasswordRight } from '@/lib/access/passwords'
import { ownPasswordKey } from '@/lib/access/throttle-keys'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { OwnPasswordInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { findPasswordProblem } from './person-rules'

interface Context {
  readonly actor: Actor
  readonly requestId: string
  readonly database: Database
}

/**
 * Changes the password of who asks, and ends that person's sessions in other browsers. Fails with
 * `password_wrong` when the current one is not right, with `too_many_passwords` after some such tries,
 * or with what is wrong about the new one.
 */
export async function changeOwnPassword(
  { actor, requestId, database }: Context,
  { current, next }: OwnPasswordInput,
): Promise<Result<{ sessionsEnded: number }>> {
  const problem = findPasswordProblem(next)
  if (problem !== null) return failure(problem, { field: 'next' })
  const { failuresPerAccount: limit, throttleWindowS: windowS } = LIMITS.access
  const key = ownPasswordKey(actor.userId, env().NEXTAUTH_SECRET)
  const admission = await takeSignInTry(database, { key, limit, windowS })
  if (!admission.admitted) {
    const minutes = Math.max(1, Math.ceil(admission.retryAfterS / 60))
    return failure('too_many_passwords', { values: { minutes } })
  }
  const user = await findUserByEmail(database, actor.email)
  const previousHash = user?.passwordHash ?? null
  const isRight = await isPasswordRight(previousHash, current)
  if (previousHash === null || !isRight) return failure('password_wrong', { field: 'current' })
  const { userId, sessionId } = actor
  const passwordHash = await hashPassword(next)
  const change = { userId, sessionId, previousHash, passwordHash, requestId }
  const sessionsEnded = await updateOwnPassword(database, change)
  if (sessionsEnded === null) return failure('password_wrong', { field: 'current' })
  await forgetSignInTries(database, key)
  return success({ sessionsEnded })
}
