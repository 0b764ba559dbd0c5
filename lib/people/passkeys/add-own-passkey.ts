import { randomUUID } from 'node:crypto'
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import { insertPasskey } from '@/db/queries/access/own-passkeys'
import { listPasskeys } from '@/db/queries/access/passkeys'
import { makeChallenge, useChallenge } from '@/lib/access/passkeys/challenge'
import {
  checkMadePasskey,
  PASSKEY_ALGORITHMS,
  passkeyRefused,
} from '@/lib/access/passkeys/check-answer'
import { passkeySite, personHandle } from '@/lib/access/passkeys/passkey-site'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { OwnPasskeyInput, OwnPasskeyStartInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { confirmPassword, type OwnContext } from '../confirm-password'
import { parseName } from '../person-rules'

/**
 * Asks the browser of who asks to have a passkey made, after the current password. Fails as
 * `confirmPassword`, or with `passkey_refused`. The number of passkeys is bounded here alone: two
 * that are begun at once may exceed it by one.
 * @param browserKey the text in the browser's cookie
 */
export async function startOwnPasskey(
  context: OwnContext,
  { current }: OwnPasskeyStartInput,
  browserKey: string,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON>> {
  const site = passkeySite(env().NEXTAUTH_URL)
  if (site === null) return passkeyRefused('unavailable')
  const confirmed = await confirmPassword(context, current)
  if (!confirmed.ok) return confirmed
  const { database, actor } = context
  const { userId, email, name } = actor
  const { passkeysPerPerson, passkeyChallengeS } = LIMITS.access
  const known = await listPasskeys(database, userId, passkeysPerPerson)
  if (known.length === passkeysPerPerson) return passkeyRefused('too_many')
  const options = await generateRegistrationOptions({
    rpName: 'Paydesk',
    rpID: site.id,
    userID: personHandle(userId),
    userName: email,
    userDisplayName: name,
    challenge: await makeChallenge(database, { browserKey, purpose: 'register', userId }),
    timeout: passkeyChallengeS * 1_000,
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({
      id,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
  })
  return success(options)
}

/**
 * Adds the passkey that a device has made to the person who asks. No session ends: whoever is
 * signed in elsewhere has given the same password. Fails with `name_malformed`, `not_signed_in` when
 * the session ended meanwhile, or with `passkey_refused`.
 * @param browserKey the text in the browser's cookie; null when it has none
 */
export async function addOwnPasskey(
  { database, actor, requestId }: OwnContext,
  { name: typedName, ...made }: OwnPasskeyInput,
  browserKey: string | null,
): Promise<Result<{ name: string }>> {
  const name = parseName(typedName)
  if (name === null) return failure('name_malformed', { field: 'name' })
  const site = passkeySite(env().NEXTAUTH_URL)
  if (site === null) return passkeyRefused('unavailable')
  const owner = { purpose: 'register', userId: actor.userId } as const
  const take = async (challenge: string) =>
    browserKey !== null && useChallenge(database, challenge, { browserKey, ...owner })
  const checked = await checkMadePasskey(made, { site, take })
  if (!checked.ok) return checked
  const { credential, aaguid, credentialDeviceType, credentialBackedUp } = checked.value
  const passkey = {
    id: randomUUID(),
    credentialId: credential.id,
    publicKey: isoBase64URL.fromBuffer(credential.publicKey),
    signCount: credential.counter,
    transports: made.transports,
    isSyncable: credentialDeviceType === 'multiDevice',
    isBackedUp: credentialBackedUp,
    aaguid,
    name,
  }
  const request = { requestId, reason: null, actor }
  switch (await insertPasskey(database, passkey, request)) {
    case 'session_ended':
      return failure('not_signed_in')
    case 'taken':
      return passkeyRefused('already_here')
    case 'inserted':
      return success({ name })
  }
}
