import type { Locale, Theme } from './person-settings'

/** The inputs of everything that people do with people; the schemas of the actions take these. */

/** As it was typed. */
export interface InvitationInput {
  readonly name: string
  readonly email: string
  readonly role: string
}

export interface PersonInput {
  readonly personId: string
}

export interface RoleInput extends PersonInput {
  readonly role: string
}

export interface AccessInput extends PersonInput {
  /** False keeps the person from signing in. */
  readonly isEnabled: boolean
}

/** What is left out stays as it is. */
export interface OwnSettingsInput {
  /** As it was typed. */
  readonly name?: string
  readonly language?: Locale
  /** As it was typed; an empty one stands for the time zone of the business. */
  readonly timeZone?: string
  readonly theme?: Theme
}

export interface OwnPasswordInput {
  readonly current: string
  readonly next: string
}

export interface OwnSessionInput {
  readonly sessionId: string
}
