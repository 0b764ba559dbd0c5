import type { Database } from '@/db/client'
import {
  forgetSignInTries,
  minutesToWait,
  takeSignInTry,
} from '@/db/queries/access/sign-in-throttles'
import { findUserByEmail } from '@/db/queries/access/users'
import { isPasswordRight } from '@/lib/access/passwords'
import { ownPasswordKey } from '@/lib/access/throttle-keys'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { failure, success, type Result } from '@/lib/domain/operation/result'

/** What people do with their own account. */
export interface OwnContext {
  readonly actor: Actor
  readonly requestId: string
  readonly database: Database
}

/**
 * Checks the password of who asks, before a change of the way in. Returns its hash, which the change
 * compares once more. Fails with `password_wrong`, or with `too_many_passwords` after some such
 * tries, which the right password forgets.
 */
export async function confirmPassword(
  { actor, database }: OwnContext,
  current: string,
): Promise<Result<{ passwordHash: string }>> {
  const { failuresPerAccount: limit, throttleWindowS: windowS } = LIMITS.access
  const key = ownPasswordKey(actor.userId, env().NEXTAUTH_SECRET)
  const admission = await takeSignInTry(database, { key, limit, windowS })
  if (!admission.admitted) {
    return failure('too_many_passwords', { values: { minutes: minutesToWait(admission) } })
  }
  const user = await findUserByEmail(database, actor.email)
  const passwordHash = user?.passwordHash ?? null
  const isRight = await isPasswordRight(passwordHash, current)
  if (passwordHash === null || !isRight) return failure('password_wrong', { field: 'current' })
  await forgetSignInTries(database, key)
  return success({ passwordHash })
}
