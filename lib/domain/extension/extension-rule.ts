import type { Failure } from '@/lib/domain/operation/result'

/** Why a rule switched itself off: who switched it on may not do what it does any more. */
export const STOP_REASONS = ['person_disabled', 'right_withdrawn'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** A rule as people see it: it extends the holds of payments with its tag. */
export interface ExtensionRule {
  readonly id: string
  readonly name: string
  readonly tag: string
  /** Extensions of one payment by this rule. */
  readonly maxTimes: number
  /** A hold is extended in its last hours. */
  readonly withinHours: number
  /** Who switched it on, and when; null while it is off. */
  readonly enabled: { readonly by: string; readonly at: Date } | null
  readonly stopReason: StopReason | null
  /** Extensions that it has begun, of all payments. */
  readonly runs: number
}

/** What an admin enters for a new rule. */
export interface NewRuleInput {
  /** A UUID that the form makes: the same rule sent twice is one rule. */
  readonly ruleId: string
  readonly name: string
  readonly tag: string
  readonly maxTimes: number
  readonly withinHours: number
}

export interface SwitchRuleInput {
  readonly ruleId: string
  readonly isOn: boolean
}

export interface RemoveRuleInput {
  readonly ruleId: string
}

/** A run of a rule as a payment's page shows it. */
export interface RuleRun {
  readonly operationId: string
  readonly ruleName: string
  /** Why no operation was begun; null where one was, or may still be. */
  readonly failure: Failure | null
  readonly begunAt: Date
}
