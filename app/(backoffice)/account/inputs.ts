import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type {
  OwnPasswordInput,
  OwnSessionInput,
  OwnSettingsInput,
} from '@/lib/domain/access/person-inputs'
import { LOCALES, THEMES } from '@/lib/domain/access/person-settings'

const typed = z.string().max(LIMITS.edge.typedLength)

export const ownSettingsInput = schemaOf<OwnSettingsInput>()(
  z.strictObject({
    name: typed.exactOptional(),
    language: z.enum(LOCALES).exactOptional(),
    timeZone: typed.exactOptional(),
    theme: z.enum(THEMES).exactOptional(),
  }),
)

export const ownPasswordInput = schemaOf<OwnPasswordInput>()(
  z.strictObject({ current: typed, next: typed }),
)

export const ownSessionInput = schemaOf<OwnSessionInput>()(z.strictObject({ sessionId: z.uuid() }))

/** The bound that the page of one's own account needs. */
export const accountLimits = { sessions: LIMITS.access.sessionsListed }
