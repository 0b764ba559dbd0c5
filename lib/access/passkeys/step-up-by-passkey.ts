import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { findPasskey, listPasskeys, usePasskey } from '@/db/queries/access/passkeys'
import { proveInSession } from '@/db/queries/access/step-up'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { SignedChallenge } from '@/lib/domain/access/passkey'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { StepUpContext } from '../second-factor/step-up-with-code'
import { takeTurn } from '../take-turn'
import { makeChallenge, useChallenge } from './challenge'
import { checkSignedChallenge, passkeyRefused, verifySignature } from './check-answer'
import { passkeySite, personHandle } from './passkey-site'

/**
 * Asks the browser of who asks for one of this person's passkeys. Fails with `passkey_refused`, or
 * with `too_often` after far more prompts than people need.
 * @param browserKey the text in the browser's cookie
 */
export async function startPasskeyStepUp(
  { actor, database }: StepUpContext,
  browserKey: string,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  const site = passkeySite(env().NEXTAUTH_URL)
  if (site === null) return passkeyRefused('unavailable')
  const { userId } = actor
  const turn = await takeTurn(database, userId, 'passkeyStepUp')
  if (!turn.ok) return turn
  const { passkeysPerPerson, passkeyChallengeS } = LIMITS.access
  const known = await listPasskeys(database, userId, passkeysPerPerson)
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    challenge: await makeChallenge(database, { browserKey, purpose: 'step_up', userId }),
    allowCredentials: known.map(({ credentialId: id, transports }) => ({
      id,
      transports: [...transports],
    })),
    timeout: passkeyChallengeS * 1_000,
    userVerification: 'required',
  })
  return success(options)
}

/**
 * Proves the second factor anew in the session of who asks, by what a passkey of this person has
 * signed. Fails with `passkey_refused`, for the passkey of another person as for an unknown one, and
 * with `not_signed_in` when the session has ended meanwhile.
 * @param browserKey the text in the browser's cookie; null when it has none
 */
export async function stepUpByPasskey(
  { actor, requestId, database }: StepUpContext,
  signed: SignedChallenge,
  browserKey: string | null,
): Promise<Result<null>> {
  const site = passkeySite(env().NEXTAUTH_URL)
  if (site === null) return passkeyRefused('unavailable')
  const { userId, sessionId, address = null } = actor
  const person = { purpose: 'step_up', userId } as const
  const take = async (challenge: string) =>
    browserKey !== null && useChallenge(database, challenge, { browserKey, ...person })
  const checked = await checkSignedChallenge(signed, { site, take })
  if (!checked.ok) return checked

  const passkey = await findPasskey(database, signed.id)
  // A device that was asked for this very passkey may leave its person out.
  const handles = ['', personHandle(userId).toString('base64url')]
  if (passkey?.userId !== userId || !handles.includes(signed.userHandle)) {
    return passkeyRefused('unknown')
  }
  const { id: passkeyId, publicKey } = passkey
  const { challenge } = checked.value
  const signature = await verifySignature(signed, { publicKey, challenge, site })
  if (signature === null) return passkeyRefused('unknown')

  const { newCounter: signCount, credentialBackedUp: isBackedUp } = signature
  const use = await usePasskey(database, { passkeyId, signCount, isBackedUp, requestId, address })
  if (use.result !== 'used') return passkeyRefused(use.result === 'gone' ? 'unknown' : 'counter')
  const outcome = await proveInSession(
    database,
    { userId, sessionId, requestId, address },
    'passkey',
  )
  return outcome === 'proved' ? success(null) : failure('not_signed_in')
}
