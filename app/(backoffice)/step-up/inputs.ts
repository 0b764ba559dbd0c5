import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type { SignedChallenge } from '@/lib/domain/access/passkey'
import type { StepUpCodeInput } from '@/lib/domain/access/person-inputs'

export const stepUpCodeInput = schemaOf<StepUpCodeInput>()(
  z.strictObject({ code: z.string().max(LIMITS.edge.typedLength) }),
)

const answered = z.string().max(LIMITS.access.passkeyAnswerLength)

export const passkeyStepUpInput = schemaOf<SignedChallenge>()(
  z.strictObject({
    id: answered,
    clientDataJson: answered,
    authenticatorData: answered,
    signature: answered,
    userHandle: answered,
  }),
)
