import { randomUUID } from 'node:crypto'
import type { ConnectionCheck } from '../port'
import { readFailure, wrongAccount } from '../shared/results'
import type { OppwaAccount } from './entries/reports'
import { isTestModeSuccess } from './entries/result-meaning'
import { listResultCodes } from './list'
import { OPPWA, TEST_ORIGINS } from './profile'
import { oppwaEntityId } from './settings'

/** The result code of a success that only live accounts return. */
const LIVE_SUCCESS = '000.000.000'

/**
 * Asks for a reference that was never used: "not found" proves host, token, entity and reports at
 * once, and touches no money (§6.2). Test and live have separate hosts, tokens and entities (§2);
 * where there is a list, its payments show which of the two it is.
 */
export async function checkConnection(account: OppwaAccount): Promise<ConnectionCheck> {
  const { environment } = account.settings
  const host = hostEnvironment(account.baseUrl)
  if (host !== null && host !== environment) {
    return wrongAccount(
      `This is a ${host} host, but the connection says ${environment}.`,
      'other_environment',
    )
  }
  for (const entityId of account.entityIds) {
    if (!oppwaEntityId.safeParse(entityId).success) {
      return wrongAccount(
        'The account must be an entity id: 32 lower-case hex characters.',
        'account_malformed',
      )
    }
    const found = await account.reports.findByReference(entityId, `paydesk-check-${randomUUID()}`)
    if (found.ok || found.problem === 'not_found') continue
    if (found.problem !== 'unauthorized') {
      return readFailure('unavailable', found.message)
    }
    const hint = `Test and live have tokens and entities of their own; this connection is ${environment}.`
    return readFailure('unauthorized', `${found.message} ${hint}`)
  }
  return account.settings.dateSearch ? checkList(account) : { ok: true }
}

/**
 * Checks that the list works, and that its payments are of the environment that the connection says
 * (§2, §5.1).
 */
async function checkList(account: OppwaAccount): Promise<ConnectionCheck> {
  const list = await listResultCodes(account)
  if (!list.ok) {
    const message = `The search by date does not work (${list.message}). If the provider has not enabled it, leave dateSearch off.`
    return { ...list, message, cause: 'list_refused' }
  }
  const { codes } = list
  const isLive = codes.includes(LIVE_SUCCESS)
  if (account.settings.environment === 'test') {
    return isLive
      ? wrongAccount(
          'Payments there move real money, but the connection says test.',
          'live_payments',
        )
      : { ok: true }
  }
  return !isLive && codes.some(isTestModeSuccess)
    ? wrongAccount(
        'All payments there were made in test mode, but the connection says live.',
        'test_payments',
      )
    : { ok: true }
}

/** The environment that a host belongs to; null for a host that isn't the platform's. */
function hostEnvironment(baseUrl: string): 'test' | 'live' | null {
  const { origin } = new URL(baseUrl)
  if (TEST_ORIGINS.includes(origin)) return 'test'
  return OPPWA.origins.includes(origin) ? 'live' : null
}
