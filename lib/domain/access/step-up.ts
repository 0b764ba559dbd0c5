import type { OperationKind } from '@/lib/domain/operation/operation'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { StepUpSetting, StepUpTopic } from './organization-settings'
import type { ProofWay } from './second-factor'

/**
 * Something that may need a fresh second factor. `own_factor`: a second factor or passkey is added to
 * one's own account, which could be used for the next proof, or a passkey is removed from it.
 */
export type StepUpAct =
  | { readonly kind: 'refund'; readonly amountMinor: number; readonly currency: string }
  | { readonly kind: StepUpTopic | 'own_factor' }

/** What is set, and what is known of the session and the person who ask. */
export interface StepUpState {
  readonly setting: StepUpSetting
  /** True when a second factor was proved in this session minutes ago, by the database's clock. */
  readonly isFresh: boolean
  /** The ways in which the person can prove one now; none without a second factor. */
  readonly ways: readonly ProofWay[]
}

/** What moving this amount is; null where no setting names operations of its kind. */
export function stepUpActOf(
  kind: OperationKind,
  amountMinor: number,
  currency: string,
): StepUpAct | null {
  switch (kind) {
    case 'refund':
      return { kind, amountMinor, currency }
    case 'pay_out':
    case 'charge_again':
      return { kind }
    default:
      return null
  }
}

/** Fails with `step_up_required` where a second factor has to be proved first. */
export function checkStepUp(act: StepUpAct, { setting, isFresh, ways }: StepUpState): Result<null> {
  if (isFresh || !isNamed(act, setting)) return success(null)
  // A first second factor cannot be proved by another one.
  if (act.kind === 'own_factor' && ways.length === 0) return success(null)
  return failure('step_up_required', { values: { ways } })
}

function isNamed(act: StepUpAct, { refundLimitsMinor, topics }: StepUpSetting): boolean {
  const hasLimits = Object.keys(refundLimitsMinor).length > 0
  if (act.kind === 'own_factor') return hasLimits || topics.length > 0
  if (act.kind !== 'refund') return topics.includes(act.kind)
  // Where refunds are named at all, one in a currency without a limit is above it.
  return hasLimits && act.amountMinor > (refundLimitsMinor[act.currency] ?? 0)
}
