import type { Role } from './permission'
import type { SingleSignOn } from './single-sign-on'

/** What an organization may set, by key. A new setting is a line here, its default and its schema. */
export interface OrganizationSettings {
  /** Roles whose people need a second factor. */
  readonly second_factor_roles: readonly Role[]
  /** Null without single sign-on. */
  readonly single_sign_on: SingleSignOn | null
  readonly step_up: StepUpSetting
}

/** What needs a second factor that was proved minutes ago, besides refunds. */
export const STEP_UP_TOPICS = ['pay_out', 'charge_again', 'people', 'connections'] as const
export type StepUpTopic = (typeof STEP_UP_TOPICS)[number]

/** What needs a second factor that was proved minutes ago. */
export interface StepUpSetting {
  /**
   * Greatest refund without it, in minor units, by currency. Where there is any, every refund in
   * another currency needs it; where there is none, no refund does.
   */
  readonly refundLimitsMinor: Readonly<Record<string, number>>
  readonly topics: readonly StepUpTopic[]
}

export type SettingKey = keyof OrganizationSettings

/** What holds until something else is set. */
export const DEFAULT_SETTINGS: OrganizationSettings = {
  second_factor_roles: [],
  step_up: { refundLimitsMinor: {}, topics: [] },
  single_sign_on: null,
}

/** The audit stream of what is set for the whole organization. */
export const ORGANIZATION_STREAM_ID = '00000000-0000-4000-8000-0000000005e7'
