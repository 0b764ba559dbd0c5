import type { Database } from '@/db/client'
import { isKnownDevice } from '@/db/queries/access/known-devices'
import {
  forgetSignInTries,
  giveSignInTryBack,
  takeSignInTry,
  type Throttle,
} from '@/db/queries/access/sign-in-throttles'
import { LIMITS } from '@/lib/config/limits'
import { hashToken } from '../secret-token'
import { accountKey, addressKey, deviceKey, pairKey } from '../throttle-keys'

/** What the tries of a count have in common. */
export type ThrottleScope = 'address' | 'pair' | 'account' | 'device'

interface Count extends Throttle {
  readonly scope: ThrottleScope
}

export interface SignInTry {
  /** In the form of `parseEmail`. */
  readonly email: string
  readonly address: string
  /** From the browser's cookie; null when it has none. */
  readonly deviceToken: string | null
}

export type SignInAdmission =
  | {
      readonly admitted: true
      readonly counts: readonly Count[]
      /** The counts that allow no try after this one, if it fails. */
      readonly full: readonly ThrottleScope[]
    }
  | { readonly admitted: false; readonly scope: ThrottleScope; readonly retryAfterS: number }

/**
 * Counts a try to sign in as failed, before its password is checked, and says if it may go ahead.
 *
 * A device that the person has signed in with has a count of its own, which no one else can fill.
 * All others are counted by address, by account and address together, and by account: an attacker
 * with many addresses reaches the last, which holds back unknown devices only.
 */
export async function admitSignIn(
  database: Database,
  secret: string,
  attempt: SignInTry,
): Promise<SignInAdmission> {
  const counts = await countsOf(database, secret, attempt)
  const full: ThrottleScope[] = []
  for (const count of counts) {
    const admission = await takeSignInTry(database, count)
    const { scope } = count
    if (!admission.admitted) return { admitted: false, scope, retryAfterS: admission.retryAfterS }
    if (admission.isLast === true) full.push(scope)
  }
  return { admitted: true, counts, full }
}

async function countsOf(
  database: Database,
  secret: string,
  { email, address, deviceToken }: SignInTry,
): Promise<readonly Count[]> {
  const { failuresPerAccount, failuresPerAddress, throttleWindowS: windowS } = LIMITS.access
  const { unknownDeviceFailures, unknownDeviceWindowS } = LIMITS.access
  const account = accountKey(email, secret)
  const few = { limit: failuresPerAccount, windowS, accountKey: account }
  const tokenHash = deviceToken === null ? null : hashToken(deviceToken)
  if (tokenHash !== null && (await isKnownDevice(database, email, tokenHash))) {
    return [count('device', deviceKey(email, tokenHash, secret), few)]
  }
  const unknownDevices = { limit: unknownDeviceFailures, windowS: unknownDeviceWindowS }
  return [
    count('address', addressKey(address, secret), { limit: failuresPerAddress, windowS }),
    count('pair', pairKey(email, address, secret), few),
    count('account', account, unknownDevices),
  ]
}

function count(scope: ThrottleScope, key: string, bounds: Omit<Throttle, 'key'>): Count {
  return Object.assign({ scope, key }, bounds)
}

/**
 * After the right password: forgets the failures of this device or pair, and gives the shared counts
 * back the one try that was counted in advance. They keep the tries of others.
 */
export async function settleSignIn(database: Database, counts: readonly Count[]): Promise<void> {
  for (const count of counts) {
    const isOwn = count.scope === 'device' || count.scope === 'pair'
    await (isOwn ? forgetSignInTries(database, count.key) : giveSignInTryBack(database, count))
  }
}
