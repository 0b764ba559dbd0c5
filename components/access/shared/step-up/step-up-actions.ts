import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import type { SignedChallenge } from '@/lib/domain/access/passkey'
import type { StepUpCodeInput } from '@/lib/domain/access/person-inputs'
import type { Result } from '@/lib/domain/operation/result'

/** The actions by which people prove their second factor anew, as the server makes them. */
export interface StepUpActions {
  readonly withCode: (input: StepUpCodeInput) => Promise<Result<null>>
  readonly startPasskey: (input: null) => Promise<Result<PublicKeyCredentialRequestOptionsJSON>>
  readonly byPasskey: (signed: SignedChallenge) => Promise<Result<null>>
}
