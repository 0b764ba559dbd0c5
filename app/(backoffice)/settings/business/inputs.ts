import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type {
  BusinessLogoInput,
  BusinessNameInput,
  BusinessZoneInput,
  LanguagesInput,
  ReasonsInput,
  ReviewLimitsInput,
  SecondFactorRolesInput,
  StepUpInput,
} from '@/lib/domain/access/business-inputs'
import { LISTED_REASON_KINDS } from '@/lib/domain/operation/reasons'

const { business, edge } = LIMITS

/** Longer than anything that is right: what is wrong about a text is said by the use case. */
const typed = z.string().max(edge.typedLength)

/** A few more than are right, so that the use case says how many are. */
const ROOM = 20

const seenAt = z.iso.datetime().nullable()
const limits = z
  .array(z.strictObject({ currency: typed, amount: typed }))
  .max(business.currencies + ROOM)

export const businessNameInput = schemaOf<BusinessNameInput>()(
  z.strictObject({ name: typed, seenAt }),
)

export const businessLogoInput = schemaOf<BusinessLogoInput>()(
  z.strictObject({ file: z.base64().max(edge.bodyBytes).nullable(), seenAt }),
)

export const businessZoneInput = schemaOf<BusinessZoneInput>()(
  z.strictObject({ timeZone: typed, seenAt }),
)

export const languagesInput = schemaOf<LanguagesInput>()(
  z.strictObject({ languages: z.array(typed).max(ROOM), seenAt }),
)

export const reasonsInput = schemaOf<ReasonsInput>()(
  z.strictObject({
    kind: z.enum(LISTED_REASON_KINDS),
    reasons: z
      .array(z.strictObject({ code: typed.nullable(), name: typed, isRetired: z.boolean() }))
      .max(business.reasons + ROOM),
    seenAt,
  }),
)

export const reviewLimitsInput = schemaOf<ReviewLimitsInput>()(z.strictObject({ limits, seenAt }))

export const secondFactorRolesInput = schemaOf<SecondFactorRolesInput>()(
  z.strictObject({ roles: z.array(typed).max(ROOM), seenAt }),
)

export const stepUpInput = schemaOf<StepUpInput>()(
  z.strictObject({ topics: z.array(typed).max(ROOM), limits, seenAt }),
)

/** The bounds that the page needs. */
export const businessPageLimits = {
  standardReview: LIMITS.review.onePerson,
  logo: { kilobytes: business.logo.bytes / 1024, px: business.logo.px },
}
