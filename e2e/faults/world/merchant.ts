import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { Database } from '@/db/client'
import { upsertUsers } from '@/db/queries/access/users'
import { upsertConnection } from '@/db/queries/sync/connections'
import { seedDemoPeople } from '@/db/seed/demo-people'
import { sealedConnection } from '@/lib/connections/sealed-connection'
import type { Actor } from '@/lib/domain/access/actor'
import type { Participant } from '../plan/participant'

/** `main` has an account of its own; the payments of `other` move among all the others. */
const CONNECTIONS = ['main', 'other', 'unknown-name', 'refused', 'no-tls', 'foreign'] as const
export type ConnectionName = (typeof CONNECTIONS)[number]

const NAMES = ['Siri Moe', 'Per Aas', 'Eva Lund', 'Ola Vik'] as const

/** Adds the demo's users and a few more. */
export async function addPeople(database: Database, sql: postgres.Sql): Promise<Actor[]> {
  await seedDemoPeople(database)
  const more = NAMES.map((name, number) => ({
    id: randomUUID(),
    email: `person-${number}@paydesk.example`,
    name,
    role: 'admin' as const,
    passwordHash: 'no password',
  }))
  await upsertUsers(database, more)
  const rows = await sql<Omit<Actor, 'sessionId' | 'scope'>[]>`
    select id as "userId", name, email, role from users order by email`
  const address = '203.0.113.7'
  return rows.map((row) => ({ ...row, sessionId: randomUUID(), scope: 'all', address }))
}

/** Adds the connections to the provider, some of which have a wrong address. @returns their ids */
export async function addConnections(
  database: Database,
  options: {
    readonly participant: Participant
    readonly addresses: Readonly<Record<ConnectionName, string>>
    readonly encryptionKey: string
  },
): Promise<Readonly<Record<ConnectionName, string>>> {
  const { participant, addresses, encryptionKey } = options
  const { provider, path, accounts } = participant
  const ids = { main: '', other: '', 'unknown-name': '', refused: '', 'no-tls': '', foreign: '' }
  const keys = { current: Buffer.from(encryptionKey, 'base64'), previous: null }
  for (const [number, name] of CONNECTIONS.entries()) {
    const { accountId, secret } = accounts[name === 'main' ? 'main' : 'other']
    const id = randomUUID()
    ids[name] = id
    const stated = { id, provider, name, secret, baseUrl: addresses[name] + path }
    const account = {
      ...stated,
      accountId: LIVING.includes(name) ? accountId : like(accountId, number),
    }
    if (!(await upsertConnection(database, sealedConnection(account, keys)))) {
      throw new Error(`the account of the connection ${name} is another one’s`)
    }
  }
  return ids
}

/** Those that lead to the provider; the others never reach it, so that they need no account there. */
const LIVING: readonly ConnectionName[] = ['main', 'other']

/** An account of the same form that belongs to no other connection. */
function like(accountId: string, number: number): string {
  return `${accountId.slice(0, -2)}9${number}`
}
