import { randomUUID } from 'node:crypto'
import type { ConnectionCheck } from '../port'
import type { OppwaParts } from './parts'
import { hostEnvironment } from './hosts'
import { oppwaEntityId } from './settings'

/**
 * Asks for a reference that nobody has used: "not found" proves host, token, entity and reports at
 * once, and touches no money (§6.2). Test and live have separate hosts, tokens and entities (§2).
 */
export async function checkConnection(
  parts: Pick<OppwaParts, 'reports' | 'settings' | 'entityIds' | 'baseUrl'>,
): Promise<ConnectionCheck> {
  const { environment } = parts.settings
  const host = hostEnvironment(parts.baseUrl)
  if (host !== null && host !== environment) {
    return wrongAccount(`This is a ${host} host, but the connection says ${environment}.`)
  }
  for (const entityId of parts.entityIds) {
    if (!oppwaEntityId.safeParse(entityId).success) {
      return wrongAccount('The account must be an entity id: 32 lower-case hex characters.')
    }
    const found = await parts.reports.findByReference(entityId, `paydesk-check-${randomUUID()}`)
    if (found.ok || found.problem === 'not_found') continue
    if (found.problem !== 'unauthorized') {
      return { ok: false, problem: 'unavailable', message: found.message }
    }
    const hint = `Test and live have tokens and entities of their own; this connection is ${environment}.`
    return { ok: false, problem: 'unauthorized', message: `${found.message} ${hint}` }
  }
  return { ok: true }
}

function wrongAccount(message: string): ConnectionCheck {
  return { ok: false, problem: 'wrong_account', message }
}
