import { randomUUID } from 'node:crypto'
import { request, type APIRequestContext } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { upsertSavedView } from '@/db/queries/listing/saved-views'
import { upsertUnreadPayment } from '@/db/queries/sync/unread-payments'
import { ROLES, type Role } from '@/lib/domain/access/permission'
import { startInstance } from '@/testing/application-instance'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addAttempt, addOperation } from '@/testing/operation-row'
import { world } from './journey'

/** Which connections a person sees: all, the one named `own`, the other one, or these two. */
export const SCOPES = ['all', 'own', 'foreign', 'both'] as const
export type ScopeKind = (typeof SCOPES)[number]

/** A signed-in person, as plain HTTP requests without a browser. */
export interface Person {
  readonly role: Role
  readonly scope: ScopeKind
  /** The server's address. */
  readonly origin: string
  readonly http: APIRequestContext
}

/** What one connection has; `random` has ids and texts of nothing at all. */
export interface Target {
  readonly connectionId: string
  readonly connectionName: string
  readonly paymentId: string
  readonly operationId: string
  readonly unreadId: string
  readonly viewId: string
  readonly reference: string
  readonly providerId: string
  readonly email: string
  readonly method: string
  /** A text that stands in all of its payments and nowhere else. */
  readonly word: string
  /** A person who sees this connection only. */
  readonly personId: string
  /** A browser in which this person is signed in. */
  readonly sessionId: string
  /** A passkey of this person, and its device's own name of it. */
  readonly passkeyId: string
  readonly credentialId: string
}

/** Two connections with the same things in each, and a person of every role and scope. */
export interface AccessWorld {
  readonly people: readonly Person[]
  readonly targets: Readonly<Record<'own' | 'foreign' | 'random', Target>>
  /** Undoes what changes of the targets' persons and views have changed. */
  restore(): Promise<void>
  stop(): Promise<void>
}

/** Of everyone in it. */
export const PASSWORD = 'paydesk-demo'

/**
 * Starts a database of its own and a server on it, which no other test shares.
 * @param wanted the people of the matrix that are needed
 */
export async function startAccessWorld(
  wanted: (person: Pick<Person, 'role' | 'scope'>) => boolean,
): Promise<AccessWorld> {
  const payments = await startListedPayments()
  const { connectionId, otherConnectionId } = payments
  const own = await addTarget(payments, 'kestrel', connectionId)
  const foreign = await addTarget(payments, 'osprey', otherConnectionId)
  const surroundings = { databaseUrl: payments.databaseUrl, sandbox: { url: world().sandboxUrl } }
  const server = await startInstance(surroundings, {
    environment: { PAYDESK_ENCRYPTION_KEY: payments.encryptionKey },
  })
  const connections = {
    all: null,
    own: [connectionId],
    foreign: [otherConnectionId],
    both: [connectionId, otherConnectionId].toSorted(),
  }
  const people: Person[] = []
  for (const role of ROLES) {
    for (const scope of SCOPES.filter((kind) => wanted({ role, scope: kind }))) {
      const email = `${role}-${scope}`
      const row = { id: randomUUID(), email, role, connectionIds: connections[scope] }
      await addPerson(payments.owner, row)
      const http = await signIn(server.url, `${email}@paydesk.example`)
      people.push({ role, scope, origin: server.url, http })
    }
  }
  return {
    people,
    targets: { own, foreign, random: nothing() },
    restore: async () => {
      await restore(payments.owner, own)
      await restore(payments.owner, foreign)
    },
    stop: async () => {
      await Promise.all(people.map(({ http }) => http.dispose()))
      server.process.kill('SIGTERM')
      await server.ended
      await payments.stop()
    },
  }
}

async function addTarget(
  payments: ListedPayments,
  word: string,
  connectionId: string,
): Promise<Target> {
  const { database } = payments
  const [connection] = await payments.owner.run((db) =>
    db.execute<{ name: string }>(sql`
      update connections set name = ${`${word} account`} where id = ${connectionId} returning name`),
  )
  const texts = textsOf(word)
  const customer = { name: null, phone: null, customerId: null, isBusiness: false }
  const paymentId = await payments.add(
    {
      providerTransactionId: texts.providerId,
      orderReference: texts.reference,
      customer: { ...customer, email: texts.email },
      method: texts.method,
    },
    connectionId,
  )
  const operationId = await addOperation(database, paymentId, { state: 'needs_review' })
  await addAttempt(database, operationId)
  await upsertUnreadPayment(database, {
    connectionId,
    providerTransactionId: `${texts.providerId}-unread`,
    reason: 'malformed',
    detail: 'amount: Invalid input',
    readAt: new Date().toISOString(),
    isListed: false,
  })
  const [unread] = await database.run((db) =>
    db.execute<{ id: string }>(sql`
      select id from unread_payments where connection_id = ${connectionId}`),
  )
  const ids = { paymentId, operationId, unreadId: unread?.id ?? '', viewId: randomUUID() }
  const personId = randomUUID()
  const ways = waysIn()
  const names = { connectionId, connectionName: connection?.name ?? '', personId }
  const target = { ...names, ...ids, ...texts, ...ways }
  const connectionIds = [connectionId]
  await addPerson(payments.owner, { id: personId, email: personId, role: 'viewer', connectionIds })
  await payments.owner.run((db) =>
    db.execute(sql`
      with session as (
        insert into sessions (id, user_id, expires_at)
        values (${ways.sessionId}, ${personId}, now() + interval '1 hour')
      ),
      import_under_way as (
        insert into imports (id, connection_id, in_background, lease_until)
        values (${randomUUID()}, ${connectionId}, true, now() + interval '1 day')
      )
      insert into passkeys (
        id, user_id, epoch, credential_id, public_key, sign_count, transports, is_syncable,
        is_backed_up, aaguid, name
      ) values (
        ${ways.passkeyId}, ${personId}, 0, ${ways.credentialId}, 'x', 0, '[]', true, true,
        ${randomUUID()}, ${connection?.name ?? ''}
      )`),
  )
  await restore(payments.owner, target)
  return target
}

/** The same as a target's, of nothing that there is. */
export function nothing(): Target {
  return {
    connectionId: randomUUID(),
    connectionName: 'merlin account',
    ...textsOf('merlin'),
    paymentId: randomUUID(),
    operationId: randomUUID(),
    unreadId: randomUUID(),
    viewId: randomUUID(),
    personId: randomUUID(),
    ...waysIn(),
  }
}

function waysIn() {
  const credentialId = Buffer.from(randomUUID()).toString('base64url')
  return { sessionId: randomUUID(), passkeyId: randomUUID(), credentialId }
}

function textsOf(word: string) {
  return {
    word,
    reference: `${word}-7001`,
    providerId: `T1.${word}`,
    email: `${word}@example.com`,
    method: `card.${word}`,
  }
}

async function restore(database: Database, target: Target): Promise<void> {
  const { personId, connectionId, viewId, connectionName } = target
  await database.run((db) =>
    db.execute(sql`
      update users set
        connection_ids = array[${connectionId}]::uuid[], role = 'viewer', disabled_at = null
      where id = ${personId}`),
  )
  await upsertSavedView(database, {
    id: viewId,
    ownerId: personId,
    name: `View of ${connectionName}`,
    query: `connection=${connectionId}`,
    isShared: true,
  })
}

interface NewPerson {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly connectionIds: readonly string[] | null
}

/** A person with the password of the demo's people. */
function addPerson(database: Database, { id, email, role, connectionIds }: NewPerson) {
  const list = connectionIds === null ? null : `{${connectionIds.join(',')}}`
  return database.run((db) =>
    db.execute(sql`
      insert into users (id, email, name, role, password_hash, connection_ids)
      select ${id}, ${`${email}@paydesk.example`}, ${email}, ${role}, password_hash, ${list}::uuid[]
      from users where email = 'admin@paydesk.example'`),
  )
}

async function signIn(baseURL: string, email: string): Promise<APIRequestContext> {
  const http = await request.newContext({ baseURL, maxRedirects: 0 })
  const csrf = await http.get('/api/auth/csrf')
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json())
  const response = await http.post('/api/auth/callback/credentials', {
    headers: { origin: baseURL },
    form: { csrfToken, email, password: PASSWORD, json: 'true' },
  })
  if (!response.ok()) throw new Error(`signing in as ${email}: ${response.status()}`)
  return http
}
