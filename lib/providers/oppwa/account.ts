import type { AccountReader } from '../account-port'
import { oppwaSettings } from './settings'

/**
 * Every entity that the connection reads: its own and the second channel (§3). Test and live have
 * entities of their own, and several hosts lead to the same ones (§2), so that neither host nor
 * environment, which a person could state wrongly, makes an entity another.
 */
export const readOppwaAccount: AccountReader = ({ accountId: typed, secret }) => {
  const { otherEntityId, environment } = oppwaSettings.parse(secret)
  const accountId = typed.replace(/\s/g, '').toLowerCase()
  const accounts = [...new Set([accountId, otherEntityId ?? accountId])].sort()
  return { accountId, accounts, isTest: environment === 'test' }
}
