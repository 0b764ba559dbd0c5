import { z } from 'zod'
import { schemaOf, words } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type { LimitsMinor } from '@/lib/domain/access/organization-settings'
import { minorUnits } from '@/lib/domain/money/money'
import type { ReviewInput } from '@/lib/domain/operation/inputs'
import { REVIEW_VERDICTS } from '@/lib/domain/operation/outcome'

const { review, text } = LIMITS

export const decideInput = schemaOf<ReviewInput>()(
  z.strictObject({
    operationId: z.uuid(),
    verdict: z.enum(REVIEW_VERDICTS),
    reason: words(text.reason),
  }),
)

/** The bounds that the review form needs, with the sums that the business has set. */
export function reviewLimits(currency: string, set: LimitsMinor) {
  return {
    onePersonMinor: set[currency] ?? minorUnits(review.onePerson, currency),
    reasonLength: text.reason,
  }
}
