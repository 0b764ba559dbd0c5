import type { Database } from '@/db/client'
import { findConnection, updateConnectionCheck } from '@/db/queries/sync/connections'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { ConnectionCheck } from '@/lib/providers/port'
import { getClient, UnusableConnectionError } from './connection-client'

type Problem = Extract<ConnectionCheck, { readonly ok: false }>

/** Tests a connection against its provider and stores the result with it. */
export async function checkConnection(
  database: Database,
  connectionId: string,
): Promise<Result<{ name: string }>> {
  const connection = await findConnection(database, connectionId)
  if (connection === null) return failure('not_found', { values: { what: 'connection' } })
  const check = await tryConnection(() => getClient(database, connection).checkConnection())
  await updateConnectionCheck(database, connectionId, check.ok ? null : check.message)
  return check.ok ? success({ name: connection.name }) : providerFailure(check)
}

async function tryConnection(check: () => Promise<ConnectionCheck>): Promise<ConnectionCheck> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof UnusableConnectionError) {
      return { ok: false, problem: 'wrong_account', message: error.message }
    }
    throw error
  }
}

/** The failure for a connection whose provider could not be read, with the provider's message. */
export function providerFailure({ problem, message }: Problem): Result<never> {
  return problem === 'not_found'
    ? failure('not_found', { values: { what: 'connection' }, message })
    : failure(problem, { message })
}
