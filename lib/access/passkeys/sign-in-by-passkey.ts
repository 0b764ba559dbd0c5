import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { findPasskey, usePasskey } from '@/db/queries/access/passkeys'
import { insertSession } from '@/db/queries/access/sessions'
import { giveBackSignInTry, takeSignInTry } from '@/db/queries/access/sign-in-throttles'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { SignedChallenge } from '@/lib/domain/access/passkey'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { SignInTools } from '../sign-in'
import { addressKey, passkeyStartKey } from '../throttle-keys'
import { makeChallenge, useChallenge } from './challenge'
import { checkSignedChallenge, passkeyRefused, verifySignature } from './check-answer'
import { passkeySite, personHandle } from './passkey-site'

interface Browser {
  /** Network address of the browser, from `clientAddress`. */
  readonly address: string
  /** The text in its cookie; null when it has none. */
  readonly browserKey: string | null
}

/**
 * Asks a browser for any of its passkeys for this site. Fails with `passkey_refused`, or with
 * `too_many_tries` after far more such beginnings than people need.
 */
export async function startPasskeySignIn(
  { database, secret }: SignInTools,
  { address, browserKey }: Browser & { readonly browserKey: string },
): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  const site = passkeySite(env().NEXTAUTH_URL)
  if (site === null) return passkeyRefused('unavailable')
  const admission = await takeSignInTry(database, startThrottle(address, secret))
  if (!admission.admitted) return tooManyTries(admission.retryAfterS)
  const challenge = await makeChallenge(database, { browserKey, purpose: 'sign_in', userId: null })
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    challenge,
    timeout: LIMITS.access.passkeyChallengeS * 1_000,
    userVerification: 'required',
  })
  return success(options)
}

interface PasskeySignIn extends Browser {
  readonly signed: SignedChallenge
  readonly userAgent: string | null
  readonly requestId: string
  /** A fresh random id for the session to open. */
  readonly sessionId: string
}

/**
 * Opens a session for a challenge that was signed by a passkey. Every try is counted before it is
 * checked, by address. Fails with `passkey_refused`, or with `too_many_tries`; an unknown passkey
 * and one that was removed are refused alike.
 */
export async function signInByPasskey(
  { database, secret }: SignInTools,
  request: PasskeySignIn,
): Promise<Result<{ sessionId: string }>> {
  const { signed, address, browserKey, requestId, sessionId } = request
  const { failuresPerAddress: limit, throttleWindowS: windowS } = LIMITS.access
  const throttle = { key: addressKey(address, secret), limit, windowS }
  const admission = await takeSignInTry(database, throttle)
  if (!admission.admitted) return tooManyTries(admission.retryAfterS)

  const site = passkeySite(env().NEXTAUTH_URL)
  if (site === null) return passkeyRefused('unavailable')
  const purpose = { purpose: 'sign_in', userId: null } as const
  const take = async (challenge: string) =>
    browserKey !== null && useChallenge(database, challenge, { browserKey, ...purpose })
  const checked = await checkSignedChallenge(signed, { site, take })
  if (!checked.ok) return checked

  const passkey = await findPasskey(database, signed.id)
  if (passkey === null) return passkeyRefused('unknown')
  const { challenge } = checked.value
  const { publicKey } = passkey
  const signature = await verifySignature(signed, { publicKey, challenge, site })
  const isOwners = signed.userHandle === personHandle(passkey.userId).toString('base64url')
  if (signature === null || !isOwners) return passkeyRefused('unknown')
  if (passkey.isDisabled) return passkeyRefused('disabled')

  const { newCounter: signCount, credentialBackedUp: isBackedUp } = signature
  const use = await usePasskey(database, {
    passkeyId: passkey.id,
    signCount,
    isBackedUp,
    requestId,
  })
  if (use.result !== 'used') return passkeyRefused(use.result === 'gone' ? 'unknown' : 'counter')

  const { userAgentLength, sessionMaxAgeS: maxAgeS } = LIMITS.access
  const userAgent = request.userAgent?.slice(0, userAgentLength) ?? null
  const session = {
    id: sessionId,
    userId: passkey.userId,
    epoch: use.sessionEpoch,
    userAgent,
    maxAgeS,
    hasProvedFactor: true,
  } as const
  if (!(await insertSession(database, session))) return passkeyRefused('overtaken')

  await giveBackSignInTry(database, throttle)
  await giveBackSignInTry(database, startThrottle(address, secret))
  return success({ sessionId })
}

function startThrottle(address: string, secret: string) {
  const { passkeyStartsPerAddress: limit, throttleWindowS: windowS } = LIMITS.access
  return { key: passkeyStartKey(address, secret), limit, windowS }
}

function tooManyTries(retryAfterS: number): Result<never> {
  const minutes = Math.max(1, Math.ceil(retryAfterS / 60))
  return failure('too_many_tries', { values: { minutes } })
}
