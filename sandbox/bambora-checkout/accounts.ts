import { z } from 'zod'

/** Form of a merchant number: T for test, P for production (fact sheet §2). */
export const merchantNumberSchema = z.string().regex(/^[PT]\d+$/)

/** An API user of one merchant number (§3). */
export const apiUserSchema = z.strictObject({
  accessToken: z.string().min(1),
  secretToken: z.string().min(1),
  merchantNumber: merchantNumberSchema,
  email: z.string().default('back-office@example.com'),
  status: z.enum(['Active', 'Inactive']).default('Active'),
})

export type ApiUser = z.infer<typeof apiUserSchema>

export const DEMO_MERCHANT = 'T700800900'
export const OTHER_MERCHANT = 'T700800901'

/** API users that every ledger starts with. */
export const SEEDED_USERS: readonly ApiUser[] = [
  {
    accessToken: 'paydesk-demo',
    secretToken: 'paydesk-demo-secret',
    merchantNumber: DEMO_MERCHANT,
    email: 'paydesk@example.com',
    status: 'Active',
  },
  {
    accessToken: 'paydesk-other',
    secretToken: 'paydesk-other-secret',
    merchantNumber: OTHER_MERCHANT,
    email: 'other@example.com',
    status: 'Active',
  },
  {
    accessToken: 'paydesk-expired',
    secretToken: 'paydesk-expired-secret',
    merchantNumber: DEMO_MERCHANT,
    email: 'expired@example.com',
    status: 'Inactive',
  },
]

/** Keys that sign callbacks, one for each merchant number. */
export const SEEDED_MD5_KEYS: Readonly<Record<string, string>> = {
  [DEMO_MERCHANT]: 'PaydeskDemoMd5Key',
  [OTHER_MERCHANT]: 'PaydeskOtherMd5Key',
}
