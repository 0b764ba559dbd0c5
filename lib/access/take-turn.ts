import type { Database } from '@/db/client'
import { minutesToWait, takeSignInTry } from '@/db/queries/access/sign-in-throttles'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { rateKey } from './throttle-keys'

/** What a person may do only so often, because each time is much work and takes much along. */
export type RateName = keyof typeof LIMITS.access.rates

/**
 * Counts one more time that a person does it, on all instances together. Fails with `too_often` and
 * the minutes to wait; what is refused is not counted.
 */
export async function takeTurn(
  database: Database,
  userId: string,
  rate: RateName,
): Promise<Result<null>> {
  const { times: limit, windowS } = LIMITS.access.rates[rate]
  const key = rateKey(rate, userId, env().NEXTAUTH_SECRET)
  const admission = await takeSignInTry(database, { key, limit, windowS })
  if (admission.admitted) return success(null)
  return failure('too_often', { values: { minutes: minutesToWait(admission) } })
}
