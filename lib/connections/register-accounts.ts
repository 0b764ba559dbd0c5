import type { Database } from '@/db/client'
import {
  findRegisteredAccounts,
  insertConnectionAccounts,
  type AccountHolder,
  type AccountRegistration,
  type UnregisteredConnection,
} from '@/db/queries/sync/connection-accounts'
import { encryptionKey } from '@/lib/config/env'
import { openSecret } from '@/lib/config/secret-box'
import { accountIdentity, MalformedSecretError } from '@/lib/providers/registry'

/** Raised before anything is changed: connections share an account, or the choice among them is none. */
class SharedAccountError extends Error {
  override readonly name = 'SharedAccountError'
}

export interface AccountPlan extends AccountRegistration {
  /** Names of the connections whose secret cannot be opened or read: they stay out of use. */
  readonly unreadable: readonly string[]
}

interface Claim {
  readonly connection: UnregisteredConnection
  readonly accounts: readonly string[]
}

/**
 * Plans the registration of accounts for connections from before accounts were registered. An
 * account may be inside a sealed secret, so that only this program can read it. Of connections that
 * read the same account, those named in `keep` go on and the others are retired. Throws
 * SharedAccountError, which names connections and accounts, while it isn't clear which goes on.
 */
export async function planAccounts(
  database: Database,
  keep: readonly string[],
): Promise<AccountPlan> {
  const { unregistered, holders } = await findRegisteredAccounts(database)
  const names = [...unregistered, ...holders].map(({ name }) => name)
  const stranger = keep.find((name) => !names.includes(name))
  if (stranger !== undefined) {
    throw new SharedAccountError(`There is no connection “${stranger}” to keep.`)
  }
  const claims: Claim[] = []
  const unreadable: string[] = []
  for (const connection of unregistered) {
    const accounts = readAccounts(connection)
    if (accounts === null) unreadable.push(connection.name)
    else claims.push({ connection, accounts })
  }
  const uses = [...holders, ...claims.flatMap(usesOf)]
  const continuing = uses.filter(({ name }) => keep.includes(name))
  const retired = claims.filter(
    (claim) =>
      !keep.includes(claim.connection.name) &&
      usesOf(claim).some((use) => continuing.some(isSameAccount(use))),
  )
  const staying = claims.filter((claim) => !retired.includes(claim))
  assertDisjoint([...holders, ...staying.flatMap(usesOf)])
  return {
    unreadable,
    retiredIds: retired.map(({ connection }) => connection.id),
    accounts: staying.flatMap(({ connection: { id, provider }, accounts }) =>
      accounts.map((account) => ({ provider, account, connectionId: id })),
    ),
  }
}

/**
 * Plans as `planAccounts` does and writes it, all or nothing. Safe to repeat.
 * @returns names of the connections whose secret could not be read
 */
export async function registerAccounts(
  database: Database,
  keep: readonly string[],
): Promise<readonly string[]> {
  const plan = await planAccounts(database, keep)
  if (plan.accounts.length + plan.retiredIds.length > 0) {
    await insertConnectionAccounts(database, plan)
  }
  return plan.unreadable
}

/** Null when the secret cannot be opened with the key, or isn't one of its provider. */
function readAccounts(connection: UnregisteredConnection): readonly string[] | null {
  const { id, provider, secretCiphertext } = connection
  const opened = openSecret(secretCiphertext, encryptionKey(), id)
  if (!opened.ok) return null
  try {
    return accountIdentity(provider, { ...connection, secret: JSON.parse(opened.value) }).accounts
  } catch (error) {
    if (error instanceof MalformedSecretError || error instanceof SyntaxError) return null
    throw error
  }
}

function usesOf({ connection: { provider, name }, accounts }: Claim): AccountHolder[] {
  return accounts.map((account) => ({ provider, account, name }))
}

function isSameAccount(one: AccountHolder): (other: AccountHolder) => boolean {
  return ({ provider, account }) => provider === one.provider && account === one.account
}

function assertDisjoint(uses: readonly AccountHolder[]): void {
  const namesByAccount = new Map<string, string[]>()
  for (const { provider, account, name } of uses) {
    const key = `${provider} ${account}`
    namesByAccount.set(key, [...(namesByAccount.get(key) ?? []), `“${name}”`])
  }
  const shared = [...namesByAccount].filter(([, names]) => names.length > 1)
  if (shared.length === 0) return
  const lines = shared.map(([account, names]) => `  ${account}: ${names.join(', ')}`)
  throw new SharedAccountError(`${SHARED}\n${lines.join('\n')}\n${ADVICE}`)
}

const SHARED =
  'Nothing was migrated. One account has one connection, else one payment could be refunded through each; these read the same account:'
const ADVICE = `Settle the open operations of all but one, then say which goes on: npm run migrate -- --keep "its name"
(more than one --keep for more accounts). The others are retired: their payments stay as history, and nothing is read or
sent through them any more.`
