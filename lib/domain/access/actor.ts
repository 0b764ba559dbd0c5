import type { Role } from './permission'

/** The signed-in person on whose behalf something is done. */
export interface Actor {
  readonly userId: string
  readonly sessionId: string
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** In the audit trail: a change made at the command line of the server, where people don't sign in. */
export const OPERATOR = { name: 'Command line', role: 'operator' } as const

/** The part of an audit entry that describes the request for a change at the command line. */
export interface OperatorRequest {
  readonly requestId: string
  /** The reason for the change, in the operator's words; null when none was given. */
  readonly reason: string | null
}
