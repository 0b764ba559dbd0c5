import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/domain/access/actor'
import type * as observability from '@/lib/observability/log'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { startMailServer, type TestMailServer } from '@/testing/mail-server'
import { setTestEnvironment } from '@/testing/test-environment'
import { choosePassword } from './choose-password'
import { invite, makeLinkFor } from './manage-people'

const logged = vi.hoisted((): string[] => [])
vi.mock('@/lib/observability/log', async (importOriginal) => {
  const { createLog } = await importOriginal<typeof observability>()
  const log = createLog('debug', { write: (line) => void logged.push(line) })
  return { createLog, log: () => log }
})

const NORA = {
  name: 'Nora <Åse> Vik',
  email: 'nora@paydesk.example',
  role: 'staff',
  scope: 'all' as const,
}
const PASSWORD = 'three words in a row'

let empty: EmptyDatabase
let database: Database
let server: TestMailServer
let anna: Actor
/** What the server says to a recipient. */
let refusal: { readonly responseCode: number } | null = null

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
  server = await startMailServer({
    onRcptTo: (_address, _session, done) =>
      refusal === null ? done() : done(Object.assign(new Error('refused'), refusal)),
  })
  setTestEnvironment({
    DATABASE_URL: empty.databaseUrl,
    PAYDESK_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    PAYDESK_MAIL_FROM: 'Paydesk <no-reply@paydesk.example>',
  })
})
beforeEach(async () => {
  await empty.owner.run((db) => db.delete(users))
  const [userId, sessionId] = [randomUUID(), randomUUID()]
  anna = {
    userId,
    sessionId,
    name: 'Anna Lie',
    email: 'anna@paydesk.example',
    role: 'admin',
    scope: 'all',
  }
  const { name, email, role } = anna
  await empty.owner.run((db) =>
    db.insert(users).values({ id: userId, name, email, role, passwordHash: 'none' }),
  )
})
afterEach(() => {
  refusal = null
  logged.splice(0)
  server.received.splice(0)
})
afterAll(async () => {
  await server.stop()
  await empty.stop()
})

function context(language: 'en' | 'nb' = 'en') {
  return { actor: anna, requestId: randomUUID(), database, language }
}

async function invited(language?: 'en' | 'nb', person = NORA) {
  const result = await invite(context(language), person)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function use(address: string) {
  const token = address.split('/').at(-1) ?? ''
  return choosePassword(database, {
    token,
    password: PASSWORD,
    requestId: randomUUID(),
    address: null,
  })
}

it('mailed links: an invitation reaches the person, in the language of who invites', async () => {
  const link = await invited('nb')
  expect(link).toMatchObject({ mail: 'mailed', email: NORA.email })
  const [mail] = server.received
  expect(mail?.envelope.to).toEqual([NORA.email])
  expect(mail?.parsed).toMatchObject({
    from: { name: 'Paydesk', address: 'no-reply@paydesk.example' },
    subject: 'Anna Lie inviterer deg til Paydesk',
  })
  expect(mail?.parsed.text).toContain(`Hei ${NORA.name},`)
  expect(mail?.parsed.text).toContain(`\n${link.address}\n`)
  expect(mail?.parsed.html).toContain('Hei Nora &lt;Åse&gt; Vik,')
  expect(mail?.parsed.html).toContain(`<a href="${link.address}">Velg et passord</a>`)
  expect(await use(link.address)).toMatchObject({ ok: true })
})

it('mailed links: a link for a new password is in the language of its person', async () => {
  const { personId, address } = await invited()
  await use(address)
  await database.run((db) => db.update(users).set({ language: 'nb' }).where(eq(users.id, personId)))
  const made = await makeLinkFor(context('en'), { personId })
  expect(made).toMatchObject({ ok: true, value: { mail: 'mailed', email: NORA.email } })
  expect(server.received[1]?.parsed.subject).toBe('Nytt passord for Paydesk')
  expect(server.received[1]?.parsed.text).toContain('Anna Lie har laget en lenke')
})

it('mailed links: an invitation that is not used yet is mailed as one again', async () => {
  const { personId } = await invited()
  await makeLinkFor(context(), { personId })
  expect(server.received.map(({ parsed }) => parsed.subject)).toEqual([
    'Anna Lie invites you to Paydesk',
    'Anna Lie invites you to Paydesk',
  ])
})

it('mailed links: a link that could not be mailed works, and no log shows it', async () => {
  refusal = { responseCode: 550 }
  const link = await invited()
  expect(link.mail).toBe('not_mailed')
  expect(server.received).toEqual([])
  expect(logged).toHaveLength(1)
  expect(logged[0]).toMatch(/"responseCode":550.*could not be mailed/)
  expect(logged.join('')).not.toMatch(/nora|welcome/i)
  expect(logged.join('')).not.toContain(link.address.split('/').at(-1))
  expect(await use(link.address)).toMatchObject({ ok: true })
})

it('mailed links: nothing is logged of a link that was mailed', async () => {
  await invited()
  expect(logged).toEqual([])
})

it('mailed links: what is refused is not mailed', async () => {
  await invited()
  expect(await invite(context(), NORA)).toMatchObject({ error: { code: 'email_taken' } })
  expect(server.received).toHaveLength(1)
})

it('mailed links: the audit entry is there with the link, mailed or not', async () => {
  refusal = { responseCode: 452 }
  const { personId } = await invited()
  const entries = await database.run((db) =>
    db.select().from(auditEntries).where(eq(auditEntries.streamId, personId)),
  )
  expect(entries.map(({ action }) => action)).toEqual(['person.invited'])
})

it('mailed links: without a mail server a link is only shown', async () => {
  setTestEnvironment({
    DATABASE_URL: empty.databaseUrl,
    PAYDESK_SMTP_URL: '',
    PAYDESK_MAIL_FROM: '',
  })
  vi.resetModules()
  const fresh = await import('./manage-people')
  const result = await fresh.invite(context(), NORA)
  expect(result).toMatchObject({ ok: true, value: { mail: 'no_server' } })
  expect(server.received).toEqual([])
})
