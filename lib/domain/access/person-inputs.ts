import type { MadePasskey } from './passkey'
import type { Locale, Theme } from './person-settings'
import type { Scope } from './scope'

/** The inputs of everything that people do with people; the schemas of the actions take these. */

/** As it was typed. */
export interface InvitationInput {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly scope: Scope
}

export interface PersonInput {
  readonly personId: string
}

export interface RoleInput extends PersonInput {
  readonly role: string
}

export interface ScopeInput extends PersonInput {
  readonly scope: Scope
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

/** The current password of who asks. */
export interface OwnPasskeyStartInput {
  readonly current: string
}

/** What the device has made, and the name that it gets, as it was typed. */
export interface OwnPasskeyInput extends MadePasskey {
  readonly name: string
}

export interface OwnPasskeyNameInput {
  readonly passkeyId: string
  readonly name: string
}

export interface OwnPasskeyRemovalInput {
  readonly passkeyId: string
  readonly current: string
}

export interface SetUpInput {
  readonly current: string
}

export interface FirstCodeInput {
  readonly code: string
}

/** What a change of one's own second factor asks for: the current password, and a code. */
export interface OwnProofInput {
  readonly current: string
  readonly code: string
}

/** A code of the app, or a recovery code, as it was typed. */
export interface StepUpCodeInput {
  readonly code: string
}
