import type { Role } from './permission'

/** How a person is found: by the e-mail address in the form of `parseEmail`, or by the id. */
export type PersonKey = { readonly email: string } | { readonly id: string }

/** `invited`: the person has not chosen a password yet, and cannot sign in. */
export type PersonState = 'invited' | 'active' | 'disabled'

/** A person as those see them who look after people. */
export interface PersonView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly state: PersonState
  /** False for an invited person, also once disabled. */
  readonly hasPassword: boolean
  /** True for a person with an authenticator app. */
  readonly hasApp: boolean
  /** Null for a person who never signed in. */
  readonly lastSignInAt: Date | null
  /** In how many browsers the person is signed in. */
  readonly liveSessions: number
  /** Until when the person's one-time link can be used; null when there is none. */
  readonly linkExpiresAt: Date | null
}

/** A browser in which a person is signed in. */
export interface SessionView {
  readonly id: string
  /** The browser's own description of itself. */
  readonly userAgent: string | null
  readonly signedInAt: Date
  readonly expiresAt: Date
}

/** What a one-time link is good for; `unusable` when it is used, replaced, expired or unknown. */
export type LinkView =
  | {
      readonly state: 'usable'
      readonly name: string
      readonly email: string
      /** True for a person who has no password yet. */
      readonly isInvitation: boolean
    }
  | { readonly state: 'unusable' }
