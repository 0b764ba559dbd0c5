/** What a device is asked to sign for: a new passkey, signing in, or a fresh proof in a session. */
export const PASSKEY_PURPOSES = ['register', 'sign_in', 'step_up'] as const
export type PasskeyPurpose = (typeof PASSKEY_PURPOSES)[number]

/** Why a passkey was not made or not taken. */
export type PasskeyProblem =
  // the browser and its device
  | 'cancelled'
  | 'already_here'
  | 'no_device'
  // the server
  | 'unavailable'
  | 'expired'
  | 'unreadable'
  | 'wrong_site'
  | 'unverified'
  | 'unknown'
  | 'counter'
  | 'disabled'
  | 'overtaken'
  | 'too_many'
  | 'gone'

/** A passkey as its person sees it. */
export interface PasskeyView {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  /** Null before its first use. */
  readonly lastUsedAt: Date | null
}

/** What a device answers when it has made a passkey; all but `transports` is base64url. */
export interface MadePasskey {
  readonly id: string
  readonly clientDataJson: string
  readonly attestationObject: string
  readonly transports: readonly string[]
}

/** What a device answers when a passkey is used, in base64url. */
export interface SignedChallenge {
  readonly id: string
  readonly clientDataJson: string
  readonly authenticatorData: string
  readonly signature: string
  /** The person as the device keeps it. */
  readonly userHandle: string
}
