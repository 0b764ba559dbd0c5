import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Database } from '@/db/client'
import { findPasskey, usePasskey } from '@/db/queries/access/passkeys'
import { insertSession } from '@/db/queries/access/sessions'
import {
  giveSignInTryBack,
  minutesToWait,
  takeSignInTry,
} from '@/db/queries/access/sign-in-throttles'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { SignedChallenge } from '@/lib/domain/access/passkey'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { knownAddress } from '../client-address'
import type { SignInTools } from '../sign-in/sign-in'
import { addressKey, passkeyStartKey } from '../throttle-keys'
import { makeChallenge, useChallenge } from './challenge'
import { checkSignedChallenge, passkeyRefused, verifySignature } from './check-answer'
import { passkeySite, personHandle } from './passkey-site'

interface Browser {
  /** Network address of the browser, as it is counted. */
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
  if (!admission.admitted)
    return failure('too_many_tries', { values: { minutes: minutesToWait(admission) } })
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
  const { address, requestId, sessionId } = request
  const { failuresPerAddress: limit, throttleWindowS: windowS } = LIMITS.access
  const throttle = { key: addressKey(address, secret), limit, windowS }
  const facts = { network: address, requestId, way: 'passkey' } as const
  const admission = await takeSignInTry(database, throttle)
  if (!admission.admitted) {
    logFailure(facts, 'too_many_tries')
    return failure('too_many_tries', { values: { minutes: minutesToWait(admission) } })
  }
  const opened = await openByPasskey(database, request)
  if (!opened.ok) {
    const { error } = opened
    logFailure(facts, error.code === 'passkey_refused' ? error.values.problem : error.code)
    const lock = { event: 'lock', outcome: 'done', scope: 'address' } as const
    if (admission.isLast === true) logSecurityEvent(Object.assign(lock, facts))
    return opened
  }
  const { userId: personId } = opened.value
  const signedIn = { event: 'sign_in', outcome: 'done', personId, sessionId } as const
  logSecurityEvent(Object.assign(signedIn, facts))

  await giveSignInTryBack(database, throttle)
  await giveSignInTryBack(database, startThrottle(address, secret))
  return success({ sessionId })
}

interface FailureFacts {
  readonly network: string
  readonly requestId: string
  readonly way: 'passkey'
}

function logFailure(facts: FailureFacts, outcome: string): void {
  logSecurityEvent(Object.assign({ event: 'sign_in_failed', outcome } as const, facts))
}

/** Checks what was signed and opens the session; fails with `passkey_refused` or `local_passwords_off`. */
async function openByPasskey(
  database: Database,
  request: PasskeySignIn,
): Promise<Result<{ userId: string }>> {
  const { signed, browserKey, requestId, sessionId } = request
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
  if (!passkey.maySignInLocally) return failure('local_passwords_off')

  const { newCounter: signCount, credentialBackedUp: isBackedUp } = signature
  const use = await usePasskey(database, {
    passkeyId: passkey.id,
    signCount,
    isBackedUp,
    requestId,
    address: knownAddress(request.address),
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
  return success({ userId: passkey.userId })
}

function startThrottle(address: string, secret: string) {
  const { passkeyStartsPerAddress: limit, throttleWindowS: windowS } = LIMITS.access
  return { key: passkeyStartKey(address, secret), limit, windowS }
}
