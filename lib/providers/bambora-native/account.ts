import type { AccountReader } from '../account-port'

/**
 * A merchant number; those that begin with T are for tests (fact sheet §6). There is one host, so
 * that the number alone is the account.
 */
export const readBamboraNativeAccount: AccountReader = (named) => {
  const accountId = named.accountId.replace(/\s/g, '').toUpperCase()
  return { accountId, accounts: [accountId], isTest: accountId.startsWith('T') }
}
