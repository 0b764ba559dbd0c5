import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type {
  FirstCodeInput,
  OwnPasskeyInput,
  OwnPasskeyNameInput,
  OwnPasskeyRemovalInput,
  OwnPasskeyStartInput,
  OwnPasswordInput,
  OwnProofInput,
  OwnSessionInput,
  OwnSettingsInput,
  SetUpInput,
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

export const passkeyStartInput = schemaOf<OwnPasskeyStartInput>()(
  z.strictObject({ current: typed }),
)

const answered = z.string().max(LIMITS.access.passkeyAnswerLength)
const transport = z.string().max(LIMITS.access.passkeyTransportLength)

export const passkeyInput = schemaOf<OwnPasskeyInput>()(
  z.strictObject({
    name: typed,
    id: answered,
    clientDataJson: answered,
    attestationObject: answered,
    transports: z.array(transport).max(LIMITS.access.passkeyTransports),
  }),
)

const passkeyId = z.uuid()

export const passkeyNameInput = schemaOf<OwnPasskeyNameInput>()(
  z.strictObject({ passkeyId, name: typed }),
)

export const passkeyRemovalInput = schemaOf<OwnPasskeyRemovalInput>()(
  z.strictObject({ passkeyId, current: typed }),
)

export const setUpInput = schemaOf<SetUpInput>()(z.strictObject({ current: typed }))

export const firstCodeInput = schemaOf<FirstCodeInput>()(z.strictObject({ code: typed }))

export const ownProofInput = schemaOf<OwnProofInput>()(
  z.strictObject({ current: typed, code: typed }),
)

/** The bounds that the page of one's own account needs. */
export const accountLimits = {
  sessions: LIMITS.access.sessionsListed,
  passkeys: LIMITS.access.passkeysPerPerson,
}
