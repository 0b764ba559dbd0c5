import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { insertKnownDevice } from '@/db/queries/access/known-devices'
import { insertSession } from '@/db/queries/access/sessions'
import { updatePerson } from '@/db/queries/access/update-person'
import { upsertUsers } from '@/db/queries/access/users'
import { knownDevices, signInThrottles, users } from '@/db/schema/people'
import { LIMITS } from '@/lib/config/limits'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { hashToken, newToken } from '../secret-token'
import { admitSignIn, settleSignIn } from './admit-sign-in'

const SECRET = 'a secret of at least 32 characters'
const { unknownDeviceFailures, unknownDeviceWindowS, devicesKept } = LIMITS.access

let empty: EmptyDatabase
let database: Database
let userId: string
let email: string

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})

beforeEach(async () => {
  await database.run((db) => db.delete(signInThrottles))
  userId = randomUUID()
  email = `${userId}@paydesk.example`
  await upsertUsers(empty.owner, [
    { id: userId, email, name: 'A', role: 'staff', passwordHash: '-' },
  ])
})

afterAll(() => empty.stop())

function enter(address: string, deviceToken: string | null = null, who = email) {
  return admitSignIn(database, SECRET, { email: who, address, deviceToken })
}

/** Tries from `count` addresses at once; how many went ahead. */
async function enterFromMany(count: number, who = email): Promise<number> {
  const tries = await Promise.all(
    Array.from({ length: count }, (_, place) =>
      enter(`203.0.${place >> 8}.${place & 255}`, null, who),
    ),
  )
  return tries.filter(({ admitted }) => admitted).length
}

/** A device in which the person has just signed in. */
async function signedInDevice(epoch = 0): Promise<string> {
  const token = newToken()
  await remember(token, epoch)
  return token
}

async function remember(token: string, epoch = 0): Promise<void> {
  const sessionId = randomUUID()
  await insertSession(database, { id: sessionId, userId, epoch, userAgent: null, maxAgeS: 600 })
  const device = { sessionId, tokenHash: hashToken(token), knownForS: 600 }
  await insertKnownDevice(database, Object.assign(device, { most: devicesKept }))
}

describe('sign-in from unknown devices', () => {
  it('a botnet of any number of addresses tries as many passwords as the account has', async () => {
    expect(await enterFromMany(60)).toBe(unknownDeviceFailures)
    expect(await enter('198.51.100.1')).toMatchObject({ admitted: false, scope: 'account' })
    expect(await enter('198.51.100.1', null, 'other@paydesk.example')).toMatchObject({
      admitted: true,
    })
  })

  it('an account that does not exist is held back alike', async () => {
    expect(await enterFromMany(60, 'no-one@paydesk.example')).toBe(unknownDeviceFailures)
  })

  it('one address alone never reaches the account’s bound', async () => {
    const windows = Math.ceil(unknownDeviceWindowS / LIMITS.access.throttleWindowS) + 1
    expect(windows * LIMITS.access.failuresPerAccount).toBeLessThan(unknownDeviceFailures)
    const tries = await Promise.all(Array.from({ length: 20 }, () => enter('203.0.113.7')))
    expect(tries.filter(({ admitted }) => admitted)).toHaveLength(5)
    expect(tries.filter((one) => one.admitted && one.full.includes('pair'))).toHaveLength(1)
    const stored = await database.run((db) =>
      db.select({ failures: signInThrottles.failures }).from(signInThrottles),
    )
    expect(stored.map(({ failures }) => failures).sort((a, b) => a - b)).toEqual([5, 6, 20])
  })

  it('the right password forgets its own failures, and gives back one try of the others', async () => {
    await enterFromMany(unknownDeviceFailures - 1)
    const last = await enter('198.51.100.1')
    if (!last.admitted) throw new Error('it was refused')
    expect(last.full).toEqual(['account'])
    await settleSignIn(database, last.counts)
    expect(await enter('198.51.100.2')).toMatchObject({ admitted: true })
    expect(await enter('198.51.100.3')).toMatchObject({ admitted: false, scope: 'account' })
  })
})

describe('sign-in from a known device', () => {
  it('goes ahead while the account, its address and the pair are blocked', async () => {
    const token = await signedInDevice()
    await enterFromMany(100)
    await Promise.all(Array.from({ length: 40 }, () => enter('203.0.113.7')))
    expect(await enter('203.0.113.7')).toMatchObject({ admitted: false })
    const owner = await enter('203.0.113.7', token)
    expect(owner).toMatchObject({ admitted: true, counts: [{ scope: 'device' }] })
  })

  it('has few tries of its own, and they leave the others alone', async () => {
    const token = await signedInDevice()
    const tries = await Promise.all(Array.from({ length: 12 }, () => enter('203.0.113.7', token)))
    expect(tries.filter(({ admitted }) => admitted)).toHaveLength(5)
    expect(await enter('203.0.113.7', token)).toMatchObject({ admitted: false, scope: 'device' })
    expect(await enter('203.0.113.7')).toMatchObject({ admitted: true })
    expect(await enter('203.0.113.7', await signedInDevice())).toMatchObject({ admitted: true })
  })

  it('is known to the person who signed in alone, and for its time', async () => {
    const token = await signedInDevice()
    const unknown = { counts: [{ scope: 'address' }, { scope: 'pair' }, { scope: 'account' }] }
    expect(await enter('203.0.113.7', token, 'other@paydesk.example')).toMatchObject(unknown)
    expect(await enter('203.0.113.7', newToken())).toMatchObject(unknown)
    await database.run((db) => db.update(knownDevices).set({ expiresAt: sql`now()` }))
    expect(await enter('203.0.113.7', token)).toMatchObject(unknown)
  })

  it('is forgotten when all sessions of the person are ended', async () => {
    const token = await signedInDevice()
    const request = { requestId: randomUUID(), reason: null, actor: null }
    await updatePerson(database, { id: userId }, { kind: 'sign_out' }, request)
    expect(await enter('203.0.113.7', token)).toMatchObject({ counts: [{}, {}, {}] })
    await remember(token, 1)
    expect(await enter('203.0.113.7', token)).toMatchObject({ counts: [{ scope: 'device' }] })
  })

  it('is one of the newest that are kept, also when several sign in at once', async () => {
    const first = await signedInDevice()
    await Promise.all(Array.from({ length: devicesKept + 5 }, () => signedInDevice()))
    await signedInDevice()
    const count = await database.run((db) =>
      db.$count(knownDevices, eq(knownDevices.userId, userId)),
    )
    expect(count).toBe(devicesKept)
    expect(await enter('203.0.113.7', first)).toMatchObject({ counts: [{}, {}, {}] })
  })

  it('is not remembered by a session that has ended', async () => {
    await database.run((db) =>
      db.update(users).set({ sessionEpoch: 3 }).where(eq(users.id, userId)),
    )
    const token = await signedInDevice(2)
    expect(await enter('203.0.113.7', token)).toMatchObject({ counts: [{}, {}, {}] })
  })
})
