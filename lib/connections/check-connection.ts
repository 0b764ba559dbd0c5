import type { Database } from '@/db/client'
import { claimSilentConnection, claimTest } from '@/db/queries/sync/connection-checks'
import { findConnection, type ConnectionRecord } from '@/db/queries/sync/connections'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { isScopeWithin } from '@/lib/domain/access/scope'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { ConnectionInput, TestedConnectionView } from '@/lib/domain/provider/connection-inputs'
import type { ConnectionCheck, ProviderClient } from '@/lib/providers/port'
import { getClient, UnusableConnectionError } from './connection-client'
import { noteUnusable, noteUse } from './note-use'

type Problem = Extract<ConnectionCheck, { readonly ok: false }>

/** Tests a connection against its provider and stores the result with it, also while it is disabled. */
export async function checkConnection(
  database: Database,
  connectionId: string,
): Promise<Result<{ name: string }>> {
  const connection = await findConnection(database, connectionId)
  if (connection === null) return failure('not_found', { values: { what: 'connection' } })
  const check = await tryConnection(database, connection)
  return check.ok ? success({ name: connection.name }) : providerFailure(check)
}

async function tryConnection(
  database: Database,
  connection: ConnectionRecord,
): Promise<ConnectionCheck> {
  try {
    const check = await checkInTime(getClient(database, connection))
    await noteUse(database, connection, 'test', check)
    return check
  } catch (error) {
    if (!(error instanceof UnusableConnectionError)) throw error
    await noteUnusable(database, connection, error)
    return { ok: false, problem: 'wrong_account', message: error.message }
  }
}

/**
 * Tests a connection because a person asks for it, unless that was done a moment ago; the result is
 * what is stored of it then.
 */
export async function testNow(
  { actor, database }: { readonly actor: Pick<Actor, 'scope'>; readonly database: Database },
  { connectionId }: ConnectionInput,
): Promise<Result<TestedConnectionView>> {
  const isSeen = isScopeWithin([connectionId], actor.scope)
  const isTested = isSeen && (await claimTest(database, connectionId))
  if (isTested) await checkConnection(database, connectionId)
  const connection = isSeen ? await findConnection(database, connectionId) : null
  if (connection === null || connection.closedAt !== null) {
    return failure('not_found', { values: { what: 'connection' } })
  }
  return success({ isTested, fault: connection.checkProblem })
}

/** One round of testing connections of which nothing was heard. Returns how many were tested. */
export async function testSilentOnce(database: Database): Promise<number> {
  const connectionId = await claimSilentConnection(database)
  if (connectionId === null) return 0
  await checkConnection(database, connectionId)
  return 1
}

/** The test of a connection with an end of its own: a person waits for it. */
export async function checkInTime(client: ProviderClient): Promise<ConnectionCheck> {
  const { checkTimeoutMs } = LIMITS.provider
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<ConnectionCheck>((resolve) => {
    const message = `The provider did not answer within ${checkTimeoutMs / 1000} s.`
    timer = setTimeout(() => {
      resolve({ ok: false, problem: 'unavailable', message })
    }, checkTimeoutMs)
  })
  try {
    return await Promise.race([client.checkConnection(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** The failure for a connection whose provider could not be read, with the provider's message. */
export function providerFailure({ problem, message }: Problem): Result<never> {
  return problem === 'not_found'
    ? failure('not_found', { values: { what: 'connection' }, message })
    : failure(problem, { message })
}
