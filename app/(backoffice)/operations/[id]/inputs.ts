import { z } from 'zod'
import { schemaOf, words } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
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

/** The bounds that the review form needs. */
export function reviewLimits(currency: string) {
  return {
    onePersonMinor: minorUnits(review.onePerson, currency),
    reasonLength: text.reason,
  }
}
