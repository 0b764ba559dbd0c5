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
  /**
   * The network address that the request is counted under, for the audit trail alone; absent where it
   * is not known, and for what only reads.
   */
  readonly address?: string
}

/** In the audit trail: a change made at the command line of the server, where people don't sign in. */
export const OPERATOR = { name: 'Command line', role: 'operator' } as const

/** In the audit trail: a change that follows what the identity provider says at a sign-in. */
export const SINGLE_SIGN_ON = { name: 'Single sign-on', role: 'single_sign_on' } as const

/** The part of an audit entry about a person that describes the request: who asked, and why. */
export interface PersonRequest {
  readonly requestId: string
  /** The reason for the change, in the words of who asked for it; null when none was given. */
  readonly reason: string | null
  /** Null for the command line of the server, and for single sign-on. */
  readonly actor: Pick<Actor, 'userId' | 'name' | 'role' | 'scope' | 'address'> | null
  /**
   * Who acts where no person does; left out, the command line. Single sign-on may give what the
   * organization lists for it, and nothing else: the database sees to it.
   */
  readonly agent?: typeof OPERATOR | typeof SINGLE_SIGN_ON
  /** The network address of a request without an actor; absent where there is none. */
  readonly address?: string
}

/** The network address of a request, for its audit entry; null where there is none. */
export function addressOf({ actor, address }: PersonRequest): string | null {
  return actor?.address ?? address ?? null
}
