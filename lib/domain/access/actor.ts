import type { Role } from './permission'
import type { Scope } from './scope'

/** The signed-in person on whose behalf something is done. */
export interface Actor {
  readonly userId: string
  readonly sessionId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** The connections whose payments the person sees, as of this request. */
  readonly scope: Scope
}

/** In the audit trail: a change made at the command line of the server, where people don't sign in. */
export const OPERATOR = { name: 'Command line', role: 'operator' } as const

/** In the audit trail: a change that follows what the identity provider says at a sign-in. */
export const SINGLE_SIGN_ON = { name: 'Single sign-on', role: 'system' } as const

/** The part of an audit entry about a person that describes the request: who asked, and why. */
export interface PersonRequest {
  readonly requestId: string
  /** The reason for the change, in the words of who asked for it; null when none was given. */
  readonly reason: string | null
  /** Null for the command line of the server, and for single sign-on. */
  readonly actor: Pick<Actor, 'userId' | 'name' | 'role' | 'scope'> | null
  /** Who acts where no person does; left out, the command line. */
  readonly agent?: typeof OPERATOR | typeof SINGLE_SIGN_ON
}
