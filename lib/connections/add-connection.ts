import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { addConnectionRow } from '@/db/queries/access/add-connection'
import { findConnectionByName, findHeldAccounts } from '@/db/queries/sync/connections'
import { encryptionKeys } from '@/lib/config/key-ring'
import type { Actor } from '@/lib/domain/access/actor'
import type {
  AddedConnectionView,
  NewConnectionInput,
} from '@/lib/domain/provider/connection-inputs'
import type { ConnectionProblem } from '@/lib/domain/provider/connection-problem'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import { PROFILES } from '@/lib/providers/profiles'
import {
  createProviderClient,
  findContradiction,
  ForeignHostError,
  MalformedSecretError,
  providerAddresses,
} from '@/lib/providers/registry'
import type { ConnectionCheck } from '@/lib/providers/port'
import { checkInTime } from './check-connection'
import { webhookUrlOf } from './connect-account'
import { sealedConnection } from './sealed-connection'
import { readTyped } from './typed-connection'

export interface ConnectionContext {
  readonly actor: Actor
  readonly requestId: string
  readonly database: Database
}

/** What is wrong, at which input of the form; `subject` is another connection, an address or an account. */
interface Refusal {
  readonly problem: ConnectionProblem
  readonly field?: string
  readonly subject?: string
  readonly message?: string
}

/**
 * Adds a connection in the name of a person: reads what was typed, tests it against its provider, and
 * only then stores it, its secret sealed, with the audit entry. Fails with the input that is wrong, and
 * then nothing is stored.
 */
export async function addConnection(
  { actor, requestId, database }: ConnectionContext,
  input: NewConnectionInput,
): Promise<Result<AddedConnectionView>> {
  const { provider } = input
  const refuse = (refusal: Refusal) => refused(input, refusal)
  if (actor.scope !== 'all') return refuse({ problem: 'needs_all' })
  const typed = readTyped(input)
  if (!typed.ok) return refuse(typed)
  const { name, baseUrl, accountId: typedAccount, secret } = typed.value
  try {
    const id = randomUUID()
    const stated = { id, provider, name, accountId: typedAccount, baseUrl, secret }
    const row = sealedConnection(stated, encryptionKeys())
    const contradictory = findContradiction(provider, stated)
    if (contradictory !== null) {
      const { contradiction: problem, fields } = contradictory
      return refuse({ problem, field: `settings.${fields[0]}` })
    }
    const taken = await findTaken(database, row)
    if (taken !== null) return refuse(taken)

    const { accountId } = row
    const client = createProviderClient(provider, { connectionId: id, accountId, baseUrl, secret })
    const check = await checkInTime(client)
    if (!check.ok) return refuse(ofCheck(input, check))
    const added = await addConnectionRow(database, row, { requestId, reason: null, actor })
    switch (added) {
      case 'name_taken':
      case 'account_taken':
        return refuse((await findTaken(database, row)) ?? { problem: added })
      case 'needs_all_connections':
        return refuse({ problem: 'needs_all' })
      case 'actor_changed':
        return failure(added)
      case 'added': {
        const hasList = client.listTransactions !== null
        return success({ id, name, provider, webhookUrl: webhookUrlOf(row), hasList })
      }
    }
  } catch (error) {
    if (error instanceof ForeignHostError) {
      const subject = providerAddresses(provider).join(', ')
      return refuse({ problem: 'foreign_address', field: 'baseUrl', subject })
    }
    if (error instanceof MalformedSecretError) return refuse(malformed(input, error))
    throw error
  }
}

function refused(
  { provider, account }: NewConnectionInput,
  { problem, field, subject = '', message }: Refusal,
): Result<never> {
  const { label } = PROFILES[provider]
  const values = { problem, provider: label, account: account.trim(), subject }
  return failure('connection_refused', {
    values,
    ...(field !== undefined && { field }),
    ...(message !== undefined && { message }),
  })
}

/** The first input that its provider could not use; a setting is one that is no part of the secret. */
function malformed({ provider }: NewConnectionInput, { fields }: MalformedSecretError): Refusal {
  const [field = ''] = fields
  const { secretFields } = CONNECTION_FORMS[provider]
  const isSecret = secretFields.some((one) => one.field === field)
  return { problem: 'malformed', field: `${isSecret ? 'secret' : 'settings'}.${field}` }
}

/** The connection that has the name or one of the accounts already. */
async function findTaken(
  database: Database,
  { provider, name, accounts, accountId }: ReturnType<typeof sealedConnection>,
): Promise<Refusal | null> {
  const [held] = await findHeldAccounts(database, provider, accounts)
  if (held !== undefined) {
    const field = held.account === accountId ? 'account' : 'settings.otherEntityId'
    return { problem: 'account_taken', field, subject: held.connectionName }
  }
  const known = await findConnectionByName(database, name)
  return known === null ? null : { problem: 'name_taken', field: 'name', subject: name }
}

/** The input that a test failed for, in the provider's own words besides. */
function ofCheck(
  { provider }: NewConnectionInput,
  { problem, cause, message }: Extract<ConnectionCheck, { readonly ok: false }>,
): Refusal {
  const credentials = `secret.${CONNECTION_FORMS[provider].secretFields[0]?.field ?? ''}`
  switch (cause ?? problem) {
    case 'account_malformed':
    case 'foreign_payments':
      return { problem: cause ?? 'unknown_account', field: 'account', message }
    case 'no_api':
      return { problem: 'no_api', field: 'baseUrl', message }
    case 'right_missing':
    case 'read_only':
      return { problem: cause ?? 'right_missing', field: credentials, message }
    case 'other_environment':
    case 'live_payments':
    case 'test_payments':
      return { problem: cause ?? 'other_environment', field: 'secret.environment', message }
    case 'list_refused':
      return { problem: 'list_refused', field: 'settings.dateSearch', message }
    case 'unauthorized':
      return { problem: 'credentials_refused', field: credentials, message }
    case 'not_found':
    case 'wrong_account':
      return { problem: 'unknown_account', field: 'account', message }
    case 'unavailable':
      return { problem: 'unavailable', message }
    case 'malformed':
      return { problem: 'unreadable', message }
  }
}
