import { z } from 'zod'

/** The scopes of a token (fact sheet §3). */
export const SCOPES = [
  'auth_token_payment',
  'cancel_payment',
  'capture_payment',
  'read_payment',
  'refund_payment',
] as const
export type Scope = (typeof SCOPES)[number]

export const merchantIdSchema = z.string().min(1)

/** Credentials that Bambora's support has sent to one merchant. */
export const clientSchema = z.strictObject({
  id: z.string().min(1),
  secret: z.string().min(1),
  merchantId: merchantIdSchema,
  /** The scopes that it may request. */
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .default([...SCOPES]),
})

export type ApiClient = z.infer<typeof clientSchema>

export const DEMO_MERCHANT = 'T555000111'
const OTHER_MERCHANT = 'T555000222'

/** Clients that every ledger starts with. */
export const SEEDED_CLIENTS: readonly ApiClient[] = [
  {
    id: 'native-demo',
    secret: 'native-demo-secret',
    merchantId: DEMO_MERCHANT,
    scopes: [...SCOPES],
  },
  {
    id: 'native-reader',
    secret: 'native-reader-secret',
    merchantId: DEMO_MERCHANT,
    scopes: ['read_payment'],
  },
  {
    id: 'native-other',
    secret: 'native-other-secret',
    merchantId: OTHER_MERCHANT,
    scopes: [...SCOPES],
  },
]
