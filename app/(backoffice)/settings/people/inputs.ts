import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type {
  AccessInput,
  InvitationInput,
  PersonInput,
  RoleInput,
  ScopeInput,
} from '@/lib/domain/access/person-inputs'

/** Longer than anything that is right: what is wrong about a text is said by the use case. */
const typed = z.string().max(LIMITS.edge.typedLength)

const scope = z.union([z.literal('all'), z.array(z.uuid()).max(LIMITS.access.scopeConnections)])

export const invitationInput = schemaOf<InvitationInput>()(
  z.strictObject({ name: typed, email: typed, role: typed, scope }),
)

export const personInput = schemaOf<PersonInput>()(z.strictObject({ personId: z.uuid() }))

export const roleInput = schemaOf<RoleInput>()(z.strictObject({ personId: z.uuid(), role: typed }))

export const scopeInput = schemaOf<ScopeInput>()(z.strictObject({ personId: z.uuid(), scope }))

export const accessInput = schemaOf<AccessInput>()(
  z.strictObject({ personId: z.uuid(), isEnabled: z.boolean() }),
)

/** The bounds that the pages about people need. */
export const peopleLimits = {
  page: LIMITS.access.peoplePage,
  search: LIMITS.search.textLength,
  sessions: LIMITS.access.sessionsListed,
  linkHours: LIMITS.access.linkValidS / 3_600,
}
