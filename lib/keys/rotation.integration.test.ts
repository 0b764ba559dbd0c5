import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { grantApplicationRole } from '@/db/application-role'
import { Database } from '@/db/client'
import { appFactors } from '@/db/schema/second-factors'
import { transactions } from '@/db/schema/transactions'
import type { KeyRing } from '@/lib/config/key-ring'
import type { Actor } from '@/lib/domain/access/actor'
import { randomSecret } from '@/scripts/application/environment'
import { dropRole } from '@/scripts/databases'
import { runCommand } from '@/scripts/processes/run-command'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { commandArguments } from '@/testing/bundled-programs'
import {
  startIdentityProvider,
  TEST_CLIENT,
  type IdentityProvider,
} from '@/testing/identity-provider/identity-provider'
import { startMailServer, type TestMailServer } from '@/testing/mail-server'

const PAYMENTS = 24
/** Operations between two steps of the rotation. */
const STEP = 40
const SIDE_BY_SIDE = 8

/** The role of the application after the rotation of its password. */
const ROLE = `paydesk_rotated_${process.pid}`

const databases: Database[] = []
let merchant: TestMerchant
let staff: Actor
/** Sets an authenticator app up, again and again. */
let newcomer: Actor
let sessionToken: string
let sessionId: string
let identityProvider: IdentityProvider
/** Takes the passwords that the organization has at this moment. */
let mailServer: TestMailServer
const mailPasswords = new Set<string>()
/** The client's secrets that the identity provider takes at this moment. */
const clientSecrets = new Set<string>()

beforeEach(async () => {
  merchant = await startTestMerchant()
  await merchant.sandbox.control.createTransactions({
    count: PAYMENTS,
    items: [{ line_id: '1', description: 'Wool', quantity: 1, amount: 990_00, vat: 0 }],
  })
  await merchant.importAll()
  staff = await merchant.actor('staff')
  newcomer = await merchant.actor('support')
  sessionId = randomUUID()
  identityProvider = await startIdentityProvider('http://localhost:3000/api/auth/callback/sso')
  mailServer = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) =>
      mailPasswords.has(password ?? '') ? done(null, { user: 'paydesk' }) : done(new Error('no')),
  })
})
afterEach(async () => {
  await Promise.all([identityProvider.stop(), mailServer.stop()])
  await Promise.all(databases.map((database) => database.close()))
  await merchant.stop()
  await dropRole(process.env.TEST_DATABASE_URL ?? '', ROLE)
})

interface Keys extends Readonly<Record<'encryption' | 'session', KeyRing<string>>> {
  readonly mailPassword: string
}

function variablesOf({ encryption, session, mailPassword }: Keys): Record<string, string> {
  return {
    PAYDESK_ENCRYPTION_KEY: encryption.current,
    PAYDESK_ENCRYPTION_KEY_PREVIOUS: encryption.previous ?? '',
    NEXTAUTH_SECRET: session.current,
    NEXTAUTH_SECRET_PREVIOUS: session.previous ?? '',
    PAYDESK_SMTP_URL: `smtp://paydesk:${mailPassword}@127.0.0.1:${mailServer.port}`,
    PAYDESK_MAIL_FROM: 'no-reply@paydesk.example',
  }
}

/** An application instance with these keys, and a memory of its own for clients and tokens. */
async function startInstance(keys: Keys, databaseUrl = merchant.databaseUrl) {
  vi.resetModules()
  Object.assign(process.env, variablesOf(keys))
  const { env } = await import('@/lib/config/env')
  env()
  const modules = {
    ...(await import('@/lib/operations/capture-payment')),
    ...(await import('@/lib/connections/connection-client')),
    ...(await import('@/lib/connections/replace-secret')),
    ...(await import('@/lib/access/second-factor/totp')),
    ...(await import('@/lib/access/session-token')),
    ...(await import('@/lib/access/single-sign-on/provider-secret')),
    ...(await import('@/lib/mail/mail-link')),
    ...(await import('@/lib/people/single-sign-on/change-single-sign-on')),
    ...(await import('@/db/queries/access/organization-settings')),
    ...(await import('@/lib/config/key-ring')),
    ...(await import('@/db/queries/sync/connections')),
    ...(await import('@/db/queries/access/second-factors')),
    ...(await import('./find-unreadable-secrets')),
  }
  const database = new Database(databaseUrl, 4)
  databases.push(database)
  return Object.assign(modules, { database })
}
type Instance = Awaited<ReturnType<typeof startInstance>>

const LINK = {
  name: 'Anna Lie',
  email: 'anna@example.com',
  address: 'https://paydesk.example/welcome/1',
  isInvitation: true,
  madeBy: 'Kari Moe',
  language: 'en',
} as const

/** Opens the client's secret, as each sign-in at the identity provider does; false where that refuses it. */
async function opensClientSecret(instance: Instance): Promise<boolean> {
  const settings = await instance.readSetting(instance.database, 'single_sign_on')
  if (settings === null) return false
  const opened = instance.openProviderSecret(settings, instance.encryptionKeys())
  return opened.ok && clientSecrets.has(opened.value)
}

/** Gives Paydesk another client's secret, as `npm run people -- single-sign-on set` does. */
async function setClientSecret(instance: Instance, clientSecret: string): Promise<boolean> {
  const { issuer } = identityProvider
  const stated = { issuer, clientId: TEST_CLIENT.id, clientSecret, name: 'Test ID' }
  const request = { requestId: randomUUID(), reason: null, actor: null }
  return (await instance.setProvider(merchant.owner, stated, request)).ok
}

/** Captures a part of a payment, and opens and seals what else goes with the keys. */
async function operate(instance: Instance, paymentId: string): Promise<string> {
  const { database } = instance
  const { currency, moneyRevision } = await merchant.reload({ id: paymentId })
  const captured = await instance.capturePayment(contextOf(database, staff), {
    operationId: randomUUID(),
    transactionId: paymentId,
    currency,
    expectedRevision: moneyRevision,
    choice: { mode: 'amount', amountMinor: 1_00 },
    label: null,
  })
  // As each webhook is verified with it.
  for (const connection of await instance.listConnections(database)) {
    instance.openConnectionSecret(connection)
  }
  const keys = instance.encryptionKeys()
  const app = (await instance.findAppSecret(database, staff.userId)) ?? ''
  instance.openAppSecret(app, staff.userId, keys)
  const made = instance.sealAppSecret(instance.newAppSecret(), newcomer.userId, keys)
  await instance.insertUnconfirmedApp(database, newcomer.userId, made)
  const began = await instance.findUnconfirmedApp(database, newcomer.userId, 600)
  instance.openAppSecret(began?.sealedSecret ?? '', newcomer.userId, keys)
  if (!(await opensClientSecret(instance))) return 'no single sign-on'
  if ((await instance.mailLink(LINK, randomUUID())) !== 'mailed') return 'not mailed'
  const signedInAs = instance.openSessionToken(sessionToken, instance.sessionSecrets())
  if (signedInAs !== sessionId) return 'signed out'
  return captured.ok ? captured.value.state : captured.error.code
}

/** People who work on all instances while these are replaced. */
class Load {
  readonly instances: Instance[] = []
  readonly outcomes = new Map<string, number>()
  /** Those that are not worked on now. */
  readonly #paymentIds: string[]
  #done = 0
  #isOver = false

  constructor(paymentIds: readonly string[]) {
    this.#paymentIds = [...paymentIds]
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => this.#work()))
  }

  /** Resolves after so many more operations. */
  async passes(count: number): Promise<void> {
    const end = this.#done + count
    while (this.#done < end) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  end(): void {
    this.#isOver = true
  }

  async #work(): Promise<void> {
    while (!this.#isOver) {
      const id = this.#paymentIds.shift() ?? ''
      const instance = this.instances[this.#done % this.instances.length]
      if (instance === undefined) throw new Error('there is no instance')
      const outcome = await operate(instance, id).catch((error: unknown) => String(error))
      this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1)
      this.#done += 1
      this.#paymentIds.push(id)
    }
  }
}

/** A second role for the application, with a password of its own. */
async function addRole(): Promise<string> {
  const url = new URL(merchant.databaseUrl)
  url.username = ROLE
  url.password = 'another'
  await grantApplicationRole(merchant.ownerUrl, url.href)
  return url.href
}

/** Gives the connection a new client at the provider, as `npm run connect` does. */
async function renewClient({ restateConnection }: Instance): Promise<boolean> {
  const { id, accountId, baseUrl } = merchant.connection
  const client = { id: 'paydesk-new', secret: 'paydesk-new-secret', accountId }
  await merchant.sandbox.control.call('POST', 'dintero/clients', client)
  const secret = { clientId: client.id, clientSecret: client.secret }
  const request = { requestId: randomUUID(), reason: null, actor: null }
  const context = { database: merchant.owner, connectionId: id, seen: null, request }
  return (await restateConnection(context, { secret, baseUrl })).ok
}

async function reseal(keys: Keys) {
  const { code, output } = await runCommand(process.execPath, commandArguments('reseal'), {
    timeoutMs: 60_000,
    env: { ...process.env, ...variablesOf(keys), DATABASE_OWNER_URL: merchant.ownerUrl },
  })
  return { code, output }
}

/** The keys of an instance before, between and after the rotation. */
function keySets(): Readonly<Record<'old' | 'coming' | 'both' | 'alone', Keys>> {
  const [oldKey = '', oldSecret = ''] = ['PAYDESK_ENCRYPTION_KEY', 'NEXTAUTH_SECRET'].map(
    (name) => process.env[name],
  )
  const [newKey, newSecret] = [randomSecret(), randomSecret()]
  const old = {
    encryption: { current: oldKey, previous: null },
    session: { current: oldSecret, previous: null },
    mailPassword: 'old',
  }
  const coming = {
    encryption: { current: oldKey, previous: newKey },
    session: { current: oldSecret, previous: newSecret },
    mailPassword: 'new',
  }
  const both = {
    encryption: { current: newKey, previous: oldKey },
    session: { current: newSecret, previous: oldSecret },
    mailPassword: 'new',
  }
  /** Those who signed in before stay signed in until the end of their session. */
  const alone = {
    encryption: { current: newKey, previous: null },
    session: both.session,
    mailPassword: 'new',
  }
  return { old, coming, both, alone }
}

it('secrets: all are rotated under load, instance by instance, and no operation fails', async () => {
  const { old, coming, both, alone } = keySets()
  mailPasswords.add('old').add('new')
  clientSecrets.add('old')

  const first = await startInstance(old)
  expect(await setClientSecret(first, 'old')).toBe(true)
  sessionToken = await first.sealSessionToken(sessionId, first.sessionSecrets())
  const sealedSecret = first.sealAppSecret(
    first.newAppSecret(),
    staff.userId,
    first.encryptionKeys(),
  )
  const app = { userId: staff.userId, sealedSecret, confirmedAt: new Date(), lastStep: 1 }
  await merchant.database.run((db) => db.insert(appFactors).values(app))
  const payments = await merchant.database.run((db) =>
    db
      .select({ id: transactions.id })
      .from(transactions)
      .where(eq(transactions.connectionId, merchant.connection.id)),
  )
  expect(payments).toHaveLength(PAYMENTS)

  const load = new Load(payments.map(({ id }) => id))
  load.instances.push(first, await startInstance(old))
  const running = load.run()
  for (const keys of [coming, both]) {
    for (const index of [0, 1]) {
      await load.passes(STEP)
      load.instances[index] = await startInstance(keys)
    }
  }
  // All instances have the new password: the mail server forgets the old one.
  mailPasswords.delete('old')
  await load.passes(STEP)
  const resealed = await reseal(both)
  expect(resealed).toMatchObject({ code: 0 })
  expect(resealed.output).toMatch(/Secrets of connections: 4 sealed anew, 0 under/)
  expect(resealed.output).toMatch(/Secrets of authenticator apps: [12] sealed anew, [01] under/)
  expect(resealed.output).toContain('Secrets of single sign-on: 1 sealed anew, 0 under')
  const renewedUrl = await addRole()
  for (const index of [0, 1]) {
    load.instances[index] = await startInstance(alone, renewedUrl)
    await load.passes(STEP)
  }
  const [last] = load.instances
  expect(last !== undefined && (await renewClient(last))).toBe(true)
  clientSecrets.add('new')
  expect(last !== undefined && (await setClientSecret(last, 'new'))).toBe(true)
  await load.passes(STEP)
  clientSecrets.delete('old')
  await load.passes(STEP)
  load.end()
  await running

  expect([...load.outcomes.keys()]).toEqual(['succeeded'])
  expect(load.outcomes.get('succeeded')).toBeGreaterThan(8 * STEP)
  expect(await last?.findUnreadableSecrets(merchant.database)).toEqual({
    connections: [],
    people: 0,
    providers: [],
    webhooks: [],
    // The webhook secret of before the new client, too: it counts for a day.
    checked: 8,
  })
}, 120_000)
