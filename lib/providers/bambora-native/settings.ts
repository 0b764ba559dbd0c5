import { z } from 'zod'
import type { AccountReader } from '../account-port'

/** The secret of a connection: the credentials that Bambora's support has sent. */
export const nativeSecret = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
})

export type NativeSecret = z.infer<typeof nativeSecret>

/**
 * A merchant number; those that begin with T are for tests (fact sheet §6). There is one host, so
 * that the number alone is the account.
 */
export const readBamboraNativeAccount: AccountReader = (named) => {
  const accountId = named.accountId.replace(/\s/g, '').toUpperCase()
  return { accountId, accounts: [accountId], isTest: accountId.startsWith('T') }
}
