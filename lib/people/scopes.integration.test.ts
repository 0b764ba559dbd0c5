import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eq, sql } from 'drizzle-orm'
import { findPersonByKey } from '@/db/queries/access/list-people'
import { findLink } from '@/db/queries/access/person-links'
import { findLiveSession, insertSession } from '@/db/queries/access/sessions'
import { auditEntries } from '@/db/schema/audit'
import { users } from '@/db/schema/people'
import { hashToken } from '@/lib/access/secret-token'
import type { Actor } from '@/lib/domain/access/actor'
import type { Scope } from '@/lib/domain/access/scope'
import { verifyAudit } from '@/lib/audit/verify-audit'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addPerson } from './add-person'
import { changeRole, changeScope, disablePerson } from './change-person'
import { invitePerson } from './invite-person'
import { makePersonLink } from './make-person-link'

const PASSWORD = 'a password for tests'
const OPERATOR = { requestId: randomUUID(), reason: null, actor: null }

let payments: ListedPayments
let own: Scope
let foreign: Scope
let both: Scope
let anna: Actor

beforeAll(async () => {
  payments = await startListedPayments()
  own = [payments.connectionId]
  foreign = [payments.otherConnectionId]
  both = [payments.connectionId, payments.otherConnectionId].toSorted()
})
beforeEach(async () => {
  await payments.owner.run((db) => db.delete(users))
  anna = await add('anna', 'admin', 'all')
})
afterAll(() => payments.stop())

async function add(name: string, role: Actor['role'], scope: Scope): Promise<Actor> {
  const { database, owner } = payments
  const email = `${name}@paydesk.example`
  await addPerson(owner, { email, name, role, scope, password: PASSWORD }, OPERATOR)
  const person = await findPersonByKey(database, { email })
  if (person === null) throw new Error('the person was not added')
  return { userId: person.id, sessionId: randomUUID(), name, email, role, scope }
}

function target({ userId: id }: Actor, by: Actor | null) {
  return { person: { id }, request: { requestId: randomUUID(), reason: null, actor: by } }
}

const give = (person: Actor, scope: Scope, by: Actor | null = anna) =>
  changeScope(by === null ? payments.owner : payments.database, target(person, by), scope)

const scopeOf = async ({ userId: id }: Actor) =>
  (await findPersonByKey(payments.database, { id }))?.scope

const refused = (refusal: string) => ({ ok: false, refusal })

describe('the connections that a person sees', () => {
  it('count from the next request of an open session on, with one audit entry', async () => {
    const bo = await add('bo', 'support', 'all')
    const session = { id: bo.sessionId, userId: bo.userId, epoch: 0, userAgent: null, maxAgeS: 60 }
    await insertSession(payments.database, session)
    const seen = async () => (await findLiveSession(payments.database, bo.sessionId))?.actor.scope
    expect(await seen()).toBe('all')
    expect(await give(bo, own)).toMatchObject({ ok: true, value: { isChanged: true } })
    expect(await seen()).toEqual(own)
    expect(await give(bo, own)).toMatchObject({ ok: true, value: { isChanged: false } })
    expect(await give(bo, 'all')).toMatchObject({ ok: true, value: { isChanged: true } })
    expect(await seen()).toBe('all')
    const entries = await payments.database.run((db) =>
      db.select().from(auditEntries).where(eq(auditEntries.streamId, bo.userId)),
    )
    expect(entries.slice(1)).toMatchObject([
      {
        action: 'person.connections_changed',
        actorId: anna.userId,
        detail: { from: 'all', to: own },
      },
      { action: 'person.connections_changed', detail: { from: own, to: 'all' } },
    ])
  })

  it('are one value, however they are given', async () => {
    const bo = await add('bo', 'support', 'all')
    await give(bo, [...both, ...both].toReversed())
    expect(await scopeOf(bo)).toEqual(both)
    expect(await give(bo, both)).toMatchObject({ ok: true, value: { isChanged: false } })
  })

  it('are at least one that there is', async () => {
    const bo = await add('bo', 'support', 'all')
    expect(await give(bo, [])).toEqual(refused('scope_empty'))
    expect(await give(bo, [randomUUID()])).toEqual(refused('connection_unknown'))
    const emptied = payments.owner.run((db) =>
      db.execute(sql`update users set connection_ids = '{}' where id = ${bo.userId}`),
    )
    await expect(emptied).rejects.toThrow()
    expect(await scopeOf(bo)).toBe('all')
  })

  it('are given by who sees them, to who sees no others', async () => {
    const cato = await add('cato', 'admin', own)
    const inside = await add('dag', 'support', own)
    const outside = await add('eva', 'support', foreign)
    expect(await give(inside, own, cato)).toMatchObject({ ok: true })
    for (const scope of [foreign, both, 'all'] as const) {
      expect(await give(inside, scope, cato)).toEqual(refused('scope_above_own'))
    }
    expect(await give(outside, own, cato)).toEqual(refused('person_above_own'))
    expect(await give(anna, own, cato)).toEqual(refused('person_above_own'))
    expect(await give(cato, own, cato)).toEqual(refused('own_account'))
    const { database } = payments
    const request = { requestId: randomUUID(), reason: null, actor: cato }
    expect(await changeRole(database, target(outside, cato), 'staff')).toEqual(
      refused('person_above_own'),
    )
    expect(await disablePerson(database, target(outside, cato))).toEqual(
      refused('person_above_own'),
    )
    expect(await makePersonLink(database, outside.userId, request)).toEqual(
      refused('person_above_own'),
    )
    const guest = { email: 'guest@paydesk.example', name: 'Guest', role: 'viewer' }
    expect(await invitePerson(database, { ...guest, scope: 'all' }, request)).toEqual(
      refused('scope_above_own'),
    )
    expect(await invitePerson(database, { ...guest, scope: own }, request)).toMatchObject({
      ok: true,
    })
  })
})

describe('changed connections', () => {
  it('leave one admin who can sign in and sees all', async () => {
    expect(await give(anna, own, null)).toEqual(refused('last_admin'))
    const cato = await add('cato', 'admin', own)
    expect(await give(anna, own, null)).toEqual(refused('last_admin'))
    expect(await disablePerson(payments.database, target(anna, null))).toEqual(
      refused('last_admin'),
    )
    await give(cato, 'all', null)
    expect(await give(anna, own, null)).toMatchObject({ ok: true, value: { isChanged: true } })
  })

  it('must still be those of who asks when the change is written', async () => {
    const cato = await add('cato', 'admin', both)
    const dag = await add('dag', 'support', own)
    await give(cato, own)
    expect(await give(dag, both, cato)).toEqual(refused('actor_changed'))
    const request = { requestId: randomUUID(), reason: null, actor: cato }
    const guest = { email: 'guest@paydesk.example', name: 'Guest', role: 'viewer', scope: both }
    expect(await invitePerson(payments.database, guest, request)).toEqual(refused('actor_changed'))
    expect(await scopeOf(dag)).toEqual(own)
  })

  it('end a link when its maker no longer sees those of its person', async () => {
    const { database } = payments
    const cato = await add('cato', 'admin', both)
    const request = { requestId: randomUUID(), reason: null, actor: cato }
    const guest = { email: 'guest@paydesk.example', name: 'Guest', role: 'viewer', scope: both }
    const invited = await invitePerson(database, guest, request)
    const hash = invited.ok ? hashToken(invited.value.token) : ''
    expect(await findLink(database, hash)).toMatchObject({ state: 'usable' })
    await give(cato, own)
    expect(await findLink(database, hash)).toEqual({ state: 'unusable' })
    await give(cato, 'all')
    expect(await findLink(database, hash)).toMatchObject({ state: 'usable' })
  })
})

it('audit trail: is verified by who sees all connections', async () => {
  const { database } = payments
  expect(await verifyAudit({ database, actor: { scope: own } })).toMatchObject({
    ok: false,
    error: { code: 'needs_all_connections' },
  })
})
