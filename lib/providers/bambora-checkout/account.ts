import type { AccountReader } from '../account-port'

/**
 * A merchant number: T or P with digits (fact sheet §2). The letter distinguishes test from
 * production on the same hosts, so that the number alone is the account.
 */
export const readBamboraCheckoutAccount: AccountReader = (named) => {
  const accountId = named.accountId.replace(/\s/g, '').toUpperCase()
  return { accountId, accounts: [accountId], isTest: accountId.startsWith('T') }
}
