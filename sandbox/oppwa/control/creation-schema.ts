import { z } from 'zod'
import { DEMO_ENTITY } from '../channels'
import { isBehaviour } from '../money/behaviour'

const CREATION_STATUSES = [
  'AUTHORIZED',
  'PARTIALLY_CAPTURED',
  'CAPTURED',
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
  'REFUNDED',
  'AUTHORIZATION_VOIDED',
  'DECLINED',
  'ON_HOLD',
] as const

/** Options of a payment to create, with defaults. */
export const creationSchema = z.strictObject({
  /** The entity. */
  accountId: z.string().default(DEMO_ENTITY),
  id: z.string().min(1).optional(),
  /** `oppwa.` and the brand. */
  method: z
    .string()
    .regex(/^oppwa\.\w+$/)
    .default('oppwa.visa'),
  /** Hundredths, whatever the currency. */
  amount: z.int().min(1).default(100_000),
  currency: z.string().length(3).default('EUR'),
  reference: z.string().min(8).optional(),
  reference2: z.string().min(8).optional(),
  status: z.enum(CREATION_STATUSES).default('AUTHORIZED'),
  /** A debit, without an authorization before it. */
  isDebit: z.boolean().default(false),
  /** True when the customer's card is stored for later payments. */
  storedCard: z.boolean().default(false),
  /** Another result of the payment itself, such as one that asks for a review. */
  code: z.string().optional(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  behaviour: z.string().refine(isBehaviour).optional(),
  /** Creates this number of equal payments and returns their ids. */
  count: z.int().min(1).max(100_000).optional(),
})

export type CreationOptions = z.infer<typeof creationSchema>
