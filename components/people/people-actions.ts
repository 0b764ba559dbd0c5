import type {
  AccessInput,
  InvitationInput,
  PersonInput,
  RoleInput,
} from '@/lib/domain/access/person-inputs'
import type { Result } from '@/lib/domain/operation/result'

/** A one-time link, shown once to who made it. */
interface ShownLink {
  readonly address: string
}

interface Changed {
  readonly isChanged: boolean
}

interface SignedOut extends Changed {
  readonly sessionsEnded: number
}

/** The actions of the pages about people, as their server makes them. */
export interface PeopleActions {
  readonly invite: (input: InvitationInput) => Promise<Result<ShownLink>>
  readonly makeLink: (input: PersonInput) => Promise<Result<ShownLink>>
  readonly giveRole: (input: RoleInput) => Promise<Result<Changed>>
  readonly setAccess: (input: AccessInput) => Promise<Result<SignedOut>>
  readonly resetFactor: (input: PersonInput) => Promise<Result<SignedOut>>
  readonly signOut: (input: PersonInput) => Promise<Result<SignedOut>>
  readonly unlock: (input: PersonInput) => Promise<Result<Changed>>
}
