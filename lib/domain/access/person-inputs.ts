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

export interface OwnPasswordInput {
  readonly current: string
  readonly next: string
}

export interface OwnSessionInput {
  readonly sessionId: string
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
