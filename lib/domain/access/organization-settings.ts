import { builtInReasons, type ListedReason } from '@/lib/domain/operation/reasons'
import { LOCALES, type Locale } from './person-settings'
import type { NoticeWebhook } from '@/lib/domain/notice/notice'
import type { Role } from './permission'
import type { SingleSignOn } from './single-sign-on'

/** What an organization may set, by key. A new setting is a line here, its default and its schema. */
export interface OrganizationSettings {
  /** Roles whose people need a second factor. */
  readonly second_factor_roles: readonly Role[]
  /** Null without single sign-on. */
  readonly single_sign_on: SingleSignOn | null
  readonly step_up: StepUpSetting
  /** Shown in place of the product's name; null for that. */
  readonly business_name: string | null
  readonly business_logo: BusinessLogo | null
  /** IANA name, for people who have chosen none; null for that of the environment. */
  readonly time_zone: string | null
  /** The languages that people choose from, at least one. */
  readonly languages: readonly Locale[]
  readonly refund_reasons: readonly ListedReason[]
  readonly void_reasons: readonly ListedReason[]
  /** Above it two people must decide the same, in minor units by currency; the others have ours. */
  readonly review_limits: LimitsMinor
  /** Null without one. */
  readonly notice_webhook: NoticeWebhook | null
}

/** Amounts in minor units, by currency. */
export type LimitsMinor = Readonly<Record<string, number>>

export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const
export type LogoType = (typeof LOGO_TYPES)[number]

/** A picture that is stored under the hash of its bytes (SHA-256 in hex). */
export interface BusinessLogo {
  readonly hash: string
  readonly contentType: LogoType
  readonly widthPx: number
  readonly heightPx: number
}

/** What every page is rendered with. */
export const BUSINESS_KEYS = [
  'business_name',
  'business_logo',
  'time_zone',
  'languages',
  'refund_reasons',
  'void_reasons',
  'review_limits',
] as const satisfies readonly SettingKey[]

export type BusinessSettings = Pick<OrganizationSettings, (typeof BUSINESS_KEYS)[number]>

/** What needs a second factor that was proved minutes ago, besides refunds. */
export const STEP_UP_TOPICS = ['pay_out', 'charge_again', 'people', 'connections'] as const
export type StepUpTopic = (typeof STEP_UP_TOPICS)[number]

/** What needs a second factor that was proved minutes ago. */
export interface StepUpSetting {
  /**
   * Greatest refund without it, in minor units, by currency. Where there is any, every refund in
   * another currency needs it; where there is none, no refund does.
   */
  readonly refundLimitsMinor: LimitsMinor
  readonly topics: readonly StepUpTopic[]
}

export type SettingKey = keyof OrganizationSettings

/** What holds until something else is set. */
export const DEFAULT_SETTINGS: OrganizationSettings = {
  second_factor_roles: [],
  step_up: { refundLimitsMinor: {}, topics: [] },
  single_sign_on: null,
  business_name: null,
  business_logo: null,
  time_zone: null,
  languages: LOCALES,
  refund_reasons: builtInReasons('refund'),
  void_reasons: builtInReasons('void'),
  review_limits: {},
  notice_webhook: null,
}

/** The audit stream of what is set for the whole organization. */
export const ORGANIZATION_STREAM_ID = '00000000-0000-4000-8000-0000000005e7'
