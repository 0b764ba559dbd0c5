import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { Database } from '@/db/client'
import { upsertUsers } from '@/db/queries/access/users'
import { upsertConnection } from '@/db/queries/sync/connections'
import { seedDemoPeople } from '@/db/seed/demo-people'
import { sealSecret } from '@/lib/config/secret-box'
import type { Actor } from '@/lib/domain/access/actor'
import type { Participant } from '../plan/participant'

/** All but `main` belong to the other account, whose payments move among them. */
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
  const rows = await sql<Omit<Actor, 'sessionId'>[]>`
    select id as "userId", name, email, role from users order by email`
  return rows.map((row) => ({ ...row, sessionId: randomUUID() }))
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
  for (const name of CONNECTIONS) {
    const { accountId, secret } = accounts[name === 'main' ? 'main' : 'other']
    const id = randomUUID()
    ids[name] = id
    await upsertConnection(database, {
      id,
      provider,
      name,
      accountId,
      isTest: true,
      baseUrl: addresses[name] + path,
      secretCiphertext: sealSecret(
        JSON.stringify(secret),
        Buffer.from(encryptionKey, 'base64'),
        id,
      ),
    })
  }
  return ids
}
