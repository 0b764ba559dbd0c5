import { z } from 'zod'
import { faultActionsSchema } from './action-schema'

/** A fault plan: the matching calls, the number of hits, and the actions. */
export const faultPlanSchema = z.strictObject({
  id: z.string().min(1).optional(),
  match: z
    .strictObject({
      provider: z.string().optional(),
      method: z.string().toUpperCase().optional(),
      /** The whole path, or a regular expression found in it. Without the query. */
      path: z.string().optional(),
      transactionId: z.string().optional(),
      operation: z.string().optional(),
    })
    .default({}),
  /** Number of calls that are hit; null means every one. */
  times: z.int().min(1).nullable().default(1),
  /** Chance that a matching call is hit; drawn from `seed`. */
  probability: z.number().min(0).max(1).default(1),
  seed: z.int().default(1),
  action: faultActionsSchema,
})

/** A checked plan. */
export type FaultPlan = z.infer<typeof faultPlanSchema>
