import type { FirstCodeInput, OwnProofInput, SetUpInput } from '@/lib/domain/access/person-inputs'
import type { AppSetUp, ShownCodes } from '@/lib/domain/access/second-factor'
import type { Result } from '@/lib/domain/operation/result'

/** The actions that set an authenticator app up, as their server makes them. */
export interface SetUpActions {
  readonly start: (input: SetUpInput) => Promise<Result<AppSetUp>>
  readonly confirm: (input: FirstCodeInput) => Promise<Result<ShownCodes>>
}

/** All that people do with their own second factor. */
export interface FactorActions extends SetUpActions {
  readonly newCodes: (input: OwnProofInput) => Promise<Result<ShownCodes>>
  readonly turnOff: (input: OwnProofInput) => Promise<Result<{ sessionsEnded: number }>>
}
