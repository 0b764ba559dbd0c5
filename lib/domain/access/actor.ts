import type { Role } from './permission'

/** The signed-in person on whose behalf something is done. */
export interface Actor {
  readonly userId: string
  readonly sessionId: string
  readonly name: string
  readonly email: string
  readonly role: Role
}
