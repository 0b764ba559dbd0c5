import type { AccountReader } from '../account-port'

/**
 * T or P with eight digits (§2). The letter distinguishes test from production, and both hosts
 * serve the same accounts, so that the id alone is the account.
 */
export const readDinteroAccount: AccountReader = (named) => {
  const accountId = named.accountId.replace(/\s/g, '').toUpperCase()
  return { accountId, accounts: [accountId], isTest: accountId.startsWith('T') }
}
