import { z } from 'zod'
import type { AccountReader } from '../account-port'

/** The secret of a connection: one API user, and the key that signs the merchant's callbacks (§3). */
export const bamboraCheckoutSecret = z.object({
  accessToken: z.string().min(1),
  secretToken: z.string().min(1),
  md5Key: z.string().min(1).optional(),
  /** The e-mail address of the API user, by which the history names what it did (§6.2). */
  apiUser: z.string().trim().toLowerCase().min(1).optional(),
})

export type BamboraCheckoutSecret = z.infer<typeof bamboraCheckoutSecret>

/**
 * A merchant number: T or P with digits (fact sheet §2). The letter distinguishes test from
 * production on the same hosts, so that the number alone is the account.
 */
export const readBamboraCheckoutAccount: AccountReader = (named) => {
  const accountId = named.accountId.replace(/\s/g, '').toUpperCase()
  return { accountId, accounts: [accountId], isTest: accountId.startsWith('T') }
}
