import type { Role } from './permission'
import type { Scope } from './scope'

/** How a person is found: by the e-mail address in the form of `parseEmail`, or by the id. */
export type PersonKey = { readonly email: string } | { readonly id: string }

/** `invited`: the person has not chosen a password yet, and cannot sign in. */
export type PersonState = 'invited' | 'active' | 'disabled'

/** The states by which people are listed. `locked`: active, but held back after failed tries. */
export const LISTED_STATES = ['active', 'invited', 'locked', 'disabled'] as const
export type ListedState = (typeof LISTED_STATES)[number]

/** A connection that can be given to a person to see. */
export interface ConnectionName {
  readonly id: string
  readonly name: string
}

/** A person as those see them who look after people. */
export interface PersonView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** The connections whose payments the person sees. */
  readonly scope: Scope
  readonly state: PersonState
  /** False for an invited person, also once disabled. */
  readonly hasPassword: boolean
  /** True for a person whom the organization's identity provider lets in. */
  readonly signsInByProvider: boolean
  /** True for a person with an authenticator app. */
  readonly hasApp: boolean
  /** Null for a person who never signed in. */
  readonly lastSignInAt: Date | null
  /** Last use of Paydesk, at most a minute late; null for a person who never signed in. */
  readonly lastUsedAt: Date | null
  /** In how many browsers the person is signed in. */
  readonly liveSessions: number
  /** How many passkeys the person can sign in by. */
  readonly passkeys: number
  /** Until when the person's one-time link can be used; null when there is none. */
  readonly linkExpiresAt: Date | null
}

/** A person as the list shows it. */
export interface ListedPerson extends Omit<PersonView, 'state' | 'hasPassword' | 'linkExpiresAt'> {
  readonly state: ListedState
}

/** The state of a person, given those whom failed tries hold back now. */
export function listedState(
  { id, state }: Pick<PersonView, 'id' | 'state'>,
  lockedIds: readonly string[],
): ListedState {
  return state === 'active' && lockedIds.includes(id) ? 'locked' : state
}

/** A browser in which a person is signed in. */
export interface SessionView {
  readonly id: string
  /** The browser's own description of itself. */
  readonly userAgent: string | null
  readonly signedInAt: Date
  /** At most a minute late. */
  readonly lastUsedAt: Date
  readonly expiresAt: Date
}

/**
 * What a one-time link is good for; `unusable` when it is used, replaced, expired or unknown, and
 * `local_ways_off` while passwords are switched off.
 */
export type LinkView =
  | {
      readonly state: 'usable'
      readonly name: string
      readonly email: string
      /** True for a person who has no password yet. */
      readonly isInvitation: boolean
    }
  | { readonly state: 'unusable' | 'local_ways_off' }

/** A one-time link, shown once to who made it. */
export interface ShownLink {
  readonly personId: string
  /** The person's e-mail address. */
  readonly email: string
  readonly address: string
  /** `not_mailed`: the server did not say that it takes it. `no_server`: there is none. */
  readonly mail: 'mailed' | 'not_mailed' | 'no_server'
}

/** A lost second factor that was taken away. */
export interface FactorReset {
  /** False when there was none; nothing was changed then. */
  readonly isChanged: boolean
  /** The link in place of the password; null when nothing was changed. */
  readonly link: ShownLink | null
}
