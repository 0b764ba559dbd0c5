import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type {
  FirstCodeInput,
  OwnPasswordInput,
  OwnProofInput,
  OwnSessionInput,
  SetUpInput,
} from '@/lib/domain/access/person-inputs'

const typed = z.string().max(LIMITS.edge.typedLength)

export const ownPasswordInput = schemaOf<OwnPasswordInput>()(
  z.strictObject({ current: typed, next: typed }),
)

export const ownSessionInput = schemaOf<OwnSessionInput>()(z.strictObject({ sessionId: z.uuid() }))

export const setUpInput = schemaOf<SetUpInput>()(z.strictObject({ current: typed }))

export const firstCodeInput = schemaOf<FirstCodeInput>()(z.strictObject({ code: typed }))

export const ownProofInput = schemaOf<OwnProofInput>()(
  z.strictObject({ current: typed, code: typed }),
)

/** The bound that the page of one's own account needs. */
export const accountLimits = { sessions: LIMITS.access.sessionsListed }
