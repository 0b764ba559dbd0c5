import { z } from 'zod'
import type { AccountReader } from '../account-port'

/** The secret of a Dintero connection: one API client of the account, and what its calls to us are signed with. */
export const dinteroSecret = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Of the account's webhook subscription (fact sheet §13.3). */
  webhookSecret: z.string().min(1).optional(),
  /** Of the account's callback signature (fact sheet §13.2). */
  callbackSecret: z.string().min(1).optional(),
})

export type DinteroSecret = z.infer<typeof dinteroSecret>

/**
 * T or P with eight digits (§2). The letter distinguishes test from production, and both hosts
 * serve the same accounts, so that the id alone is the account.
 */
export const readDinteroAccount: AccountReader = (named) => {
  const accountId = named.accountId.replace(/\s/g, '').toUpperCase()
  return { accountId, accounts: [accountId], isTest: accountId.startsWith('T') }
}
