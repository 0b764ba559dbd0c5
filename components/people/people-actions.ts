import type { FactorReset, ShownLink } from '@/lib/domain/access/person'
import type {
  AccessInput,
  InvitationInput,
  PersonInput,
  RoleInput,
  ScopeInput,
} from '@/lib/domain/access/person-inputs'
import type { Result } from '@/lib/domain/operation/result'

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
  readonly giveScope: (input: ScopeInput) => Promise<Result<Changed>>
  readonly setAccess: (input: AccessInput) => Promise<Result<SignedOut>>
  readonly resetFactor: (input: PersonInput) => Promise<Result<FactorReset>>
  readonly signOut: (input: PersonInput) => Promise<Result<SignedOut>>
  readonly removePasskeys: (input: PersonInput) => Promise<Result<SignedOut>>
  readonly unlock: (input: PersonInput) => Promise<Result<Changed>>
}
