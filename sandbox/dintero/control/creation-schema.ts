import { z } from 'zod'
import { accountIdSchema, DEMO_ACCOUNT } from '../accounts'
import { isBehaviour } from '../money/behaviour'
import { amountSchema, itemSchema } from '../money/request'
import { STATUSES } from '../transaction'

const MAX_COUNT = 1_000_000

/** Options of a transaction to create, with defaults. */
export const creationSchema = z.strictObject({
  accountId: accountIdSchema.default(DEMO_ACCOUNT),
  id: z.string().min(1).optional(),
  /** `payment_product_type`. */
  method: z.string().min(1).default('klarna.klarna'),
  /** Minor units; by default the sum of the items, or 100000. */
  amount: amountSchema.optional(),
  /** Lines; by default one over the amount. An empty list makes an order without lines. */
  items: z.array(itemSchema).optional(),
  currency: z.string().length(3).default('NOK'),
  reference: z.string().optional(),
  /** The customer; by default a fictitious one. */
  customer: z
    .strictObject({ firstName: z.string(), lastName: z.string(), email: z.string() })
    .optional(),
  reference2: z.string().optional(),
  status: z.enum(STATUSES).default('AUTHORIZED'),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  /** End of a Klarna or Billie authorization. */
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  behaviour: z.string().refine(isBehaviour).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  /** Address of session callbacks. */
  callbackUrl: z.url().optional(),
  /** Creates this number of equal transactions and returns their ids. */
  count: z.int().min(1).max(MAX_COUNT).optional(),
})

export type CreationOptions = z.infer<typeof creationSchema>
