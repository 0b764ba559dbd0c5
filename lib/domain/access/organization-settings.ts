import type { Role } from './permission'
import type { SingleSignOn } from './single-sign-on'

/** What an organization may set, by key. A new setting is a line here, its default and its schema. */
export interface OrganizationSettings {
  /** Roles whose people need a second factor. */
  readonly second_factor_roles: readonly Role[]
  /** Null without single sign-on. */
  readonly single_sign_on: SingleSignOn | null
}

export type SettingKey = keyof OrganizationSettings

/** What holds until something else is set. */
export const DEFAULT_SETTINGS: OrganizationSettings = {
  second_factor_roles: [],
  single_sign_on: null,
}

/** The audit stream of what is set for the whole organization. */
export const ORGANIZATION_STREAM_ID = '00000000-0000-4000-8000-0000000005e7'
