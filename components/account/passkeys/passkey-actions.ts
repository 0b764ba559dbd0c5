import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import type {
  OwnPasskeyInput,
  OwnPasskeyNameInput,
  OwnPasskeyRemovalInput,
  OwnPasskeyStartInput,
} from '@/lib/domain/access/person-inputs'
import type { Result } from '@/lib/domain/operation/result'

/** The actions of one's own passkeys, as their server makes them. */
export interface PasskeyActions {
  readonly start: (
    input: OwnPasskeyStartInput,
  ) => Promise<Result<PublicKeyCredentialCreationOptionsJSON>>
  readonly add: (input: OwnPasskeyInput) => Promise<Result<{ readonly name: string }>>
  readonly rename: (input: OwnPasskeyNameInput) => Promise<Result<{ readonly name: string }>>
  readonly remove: (
    input: OwnPasskeyRemovalInput,
  ) => Promise<Result<{ readonly sessionsEnded: number }>>
}
