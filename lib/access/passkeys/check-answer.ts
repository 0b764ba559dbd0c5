import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
} from '@simplewebauthn/server'
import {
  cose,
  decodeAttestationObject,
  isoBase64URL,
  parseAuthenticatorData,
  toHash,
} from '@simplewebauthn/server/helpers'
import { z } from 'zod'
import type { MadePasskey, PasskeyProblem, SignedChallenge } from '@/lib/domain/access/passkey'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { PasskeySite } from './passkey-site'

const { EdDSA, ES256, RS256 } = cose.COSEALG

/** Signatures that are taken, the best first: what every device in use has at least one of. */
export const PASSKEY_ALGORITHMS: number[] = [EdDSA, ES256, RS256]

const clientDataSchema = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
})

interface Expected {
  readonly site: PasskeySite
  /** Uses the challenge up; false when it is none of those that this browser may answer. */
  readonly take: (challenge: string) => Promise<boolean>
}

type MadeInfo = NonNullable<VerifiedRegistrationResponse['registrationInfo']>
type SignedInfo = VerifiedAuthenticationResponse['authenticationInfo']

/** `passkey_refused`, with the reason. */
export function passkeyRefused(problem: PasskeyProblem): Result<never> {
  return failure('passkey_refused', { values: { problem } })
}

/** What a device says about a passkey that it has just made, once all of it is verified. */
export async function checkMadePasskey(
  made: MadePasskey,
  { site, take }: Expected,
): Promise<Result<MadeInfo>> {
  const read = readAnswer(made.clientDataJson, () =>
    decodeAttestationObject(isoBase64URL.toBuffer(made.attestationObject)).get('authData'),
  )
  const problem = await findProblem(read, 'webauthn.create', { site, take })
  if (read === null || problem !== null) return passkeyRefused(problem ?? 'unreadable')
  const { id, clientDataJson: clientDataJSON, attestationObject, transports } = made
  const verified = await verifyRegistrationResponse({
    response: {
      ...asCredential(id),
      response: { clientDataJSON, attestationObject, transports: [...transports] },
    },
    expectedChallenge: read.clientData.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
  }).catch(() => null)
  if (verified?.verified !== true) return passkeyRefused('unreadable')
  return success(verified.registrationInfo)
}

/**
 * What a device says about a use of a passkey, before its signature is verified: only that this
 * browser was asked, for this site, and that the device has checked who uses it.
 */
export async function checkSignedChallenge(
  signed: SignedChallenge,
  { site, take }: Expected,
): Promise<Result<{ readonly challenge: string }>> {
  const read = readAnswer(signed.clientDataJson, () =>
    isoBase64URL.toBuffer(signed.authenticatorData),
  )
  const problem = await findProblem(read, 'webauthn.get', { site, take })
  if (read === null || problem !== null) return passkeyRefused(problem ?? 'unreadable')
  return success({ challenge: read.clientData.challenge })
}

/**
 * What a device has signed by the passkey with this public key; null when it has not. The device's
 * count of uses is compared where it is kept.
 */
export async function verifySignature(
  signed: SignedChallenge,
  {
    publicKey,
    challenge,
    site,
  }: {
    readonly publicKey: string
    readonly challenge: string
    readonly site: PasskeySite
  },
): Promise<SignedInfo | null> {
  const { id, clientDataJson: clientDataJSON, authenticatorData, signature } = signed
  const verified = await verifyAuthenticationResponse({
    response: { ...asCredential(id), response: { clientDataJSON, authenticatorData, signature } },
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: { id, publicKey: isoBase64URL.toBuffer(publicKey), counter: 0 },
  }).catch(() => null)
  return verified?.verified === true ? verified.authenticationInfo : null
}

function readAnswer(clientDataJson: string, authDataOf: () => Uint8Array<ArrayBuffer>) {
  try {
    const text = Buffer.from(clientDataJson, 'base64url').toString()
    const clientData = clientDataSchema.parse(JSON.parse(text))
    return { clientData, device: parseAuthenticatorData(authDataOf()) }
  } catch {
    return null
  }
}

/** The challenge is used up first: whatever else is wrong, no second answer to it is taken. */
async function findProblem(
  read: ReturnType<typeof readAnswer>,
  type: string,
  { site, take }: Expected,
): Promise<PasskeyProblem | null> {
  if (read?.clientData.type !== type) return 'unreadable'
  const { clientData, device } = read
  if (!(await take(clientData.challenge))) return 'expired'
  const siteHash = await toHash(new TextEncoder().encode(site.id))
  const isOfSite = Buffer.from(device.rpIdHash).equals(siteHash)
  const isInFrame = clientData.crossOrigin === true
  if (clientData.origin !== site.origin || isInFrame || !isOfSite) return 'wrong_site'
  return device.flags.uv ? null : 'unverified'
}

function asCredential(id: string) {
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const
}
