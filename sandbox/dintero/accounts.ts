import { z } from 'zod'

/** Form of an account id: T for test, P for production (fact sheet §1). */
export const accountIdSchema = z.string().regex(/^[PT]\d{8}$/)

const SCOPES = ['read:checkout', 'write:checkout', 'admin:checkout'] as const

/** An API client: machine credentials for one account. */
export const clientSchema = z.strictObject({
  id: z.string().min(1),
  secret: z.string().min(1),
  accountId: accountIdSchema,
  scopes: z.array(z.enum(SCOPES)).min(1).default(['admin:checkout']),
})

export type ApiClient = z.infer<typeof clientSchema>

export const DEMO_ACCOUNT = 'T11112222'
export const OTHER_ACCOUNT = 'T33334444'

/** Clients that every ledger starts with. */
export const SEEDED_CLIENTS: readonly ApiClient[] = [
  {
    id: 'paydesk-demo',
    secret: 'paydesk-demo-secret',
    accountId: DEMO_ACCOUNT,
    scopes: ['admin:checkout'],
  },
  {
    id: 'paydesk-reader',
    secret: 'paydesk-reader-secret',
    accountId: DEMO_ACCOUNT,
    scopes: ['read:checkout'],
  },
  {
    id: 'paydesk-other',
    secret: 'paydesk-other-secret',
    accountId: OTHER_ACCOUNT,
    scopes: ['read:checkout', 'write:checkout'],
  },
]
