import type { ProviderFactory } from '../port'
import { OppwaClient } from './client'
import { QueryGuard, type ReadGuard } from './entries/query-guard'
import { OppwaReports, type EntityIds } from './entries/reports'
import { OppwaSession } from './session'
import { oppwaSettings } from './settings'

export { findOppwaContradiction, readOppwaAccount } from './settings'
export { readOppwaWebhook } from './webhook'

/** Makes a client for one entity. Throws when the secret isn't one of this platform. */
export const createOppwaClient: ProviderFactory = (credentials) => {
  const settings = oppwaSettings.parse(credentials.secret)
  const nowMs = (): number => Date.now()
  const session = new OppwaSession(credentials, settings)
  const { queriesPerMinute } = settings
  const { countRead } = credentials
  const guard: ReadGuard =
    countRead === undefined
      ? new QueryGuard(queriesPerMinute, nowMs)
      : { take: (key) => countRead(key, queriesPerMinute) }
  const { accountId: entityId, baseUrl } = credentials
  const { otherEntityId } = settings
  const entityIds: EntityIds = otherEntityId === undefined ? [entityId] : [entityId, otherEntityId]
  const reports = new OppwaReports(session, settings, entityIds, guard, nowMs)
  return new OppwaClient({ session, reports, settings, entityIds, baseUrl, nowMs })
}
