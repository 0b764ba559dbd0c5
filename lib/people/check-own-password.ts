import type { Database } from '@/db/client'
import { forgetSignInTries, takeSignInTry } from '@/db/queries/access/sign-in-throttles'
import { findUserByEmail } from '@/db/queries/access/users'
import { isPasswordRight } from '@/lib/access/passwords'
import { ownPasswordKey } from '@/lib/access/throttle-keys'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { failure, success, type Result } from '@/lib/domain/operation/result'

/**
 * Asks for the current password before a change of one's own way in. Every try is counted before the
 * password is checked. Fails with `password_wrong` when it is not right, and with `too_many_passwords`
 * after some such tries.
 * @returns the hash that it was verified against
 */
export async function checkOwnPassword(
  { actor, database }: { readonly actor: Actor; readonly database: Database },
  current: string,
): Promise<Result<{ passwordHash: string }>> {
  const { failuresPerAccount: limit, throttleWindowS: windowS } = LIMITS.access
  const key = ownPasswordKey(actor.userId, env().NEXTAUTH_SECRET)
  const admission = await takeSignInTry(database, { key, limit, windowS })
  if (!admission.admitted) {
    const minutes = Math.max(1, Math.ceil(admission.retryAfterS / 60))
    return failure('too_many_passwords', { values: { minutes } })
  }
  const user = await findUserByEmail(database, actor.email)
  const passwordHash = user?.passwordHash ?? null
  const isRight = await isPasswordRight(passwordHash, current)
  if (passwordHash === null || !isRight) return failure('password_wrong', { field: 'current' })
  await forgetSignInTries(database, key)
  return success({ passwordHash })
}
