import { z } from 'zod'
import { LIMITS } from '@/lib/config/limits'
import { REVIEW_VERDICTS } from '@/lib/domain/outcome'

const { review, text } = LIMITS

export const decideInput = z.strictObject({
  operationId: z.uuid(),
  verdict: z.enum(REVIEW_VERDICTS),
  reason: z.string().trim().min(1).max(text.reason),
})

/** What the form needs to know of the bounds. */
export const reviewLimits = {
  onePersonMinor: review.onePersonMinor,
  reasonLength: text.reason,
}
