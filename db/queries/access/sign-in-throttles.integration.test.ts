import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { signInThrottles } from '@/db/schema/people'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { deleteOldSignInTries, giveSignInTryBack, takeSignInTry } from './sign-in-throttles'

const throttle = { key: 'k', limit: 5, windowS: 900 }
let empty: EmptyDatabase
let database: Database

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})

beforeEach(() => database.run((db) => db.delete(signInThrottles)))

afterAll(() => empty.stop())

function take(count: number, of = throttle) {
  return Promise.all(Array.from({ length: count }, () => takeSignInTry(database, of)))
}

/** Moves all counts into the past. */
function letPass(seconds: number) {
  const span = sql`make_interval(secs => ${seconds})`
  return database.run((db) =>
    db.update(signInThrottles).set({
      windowStartedAt: sql`${signInThrottles.windowStartedAt} - ${span}`,
      blockedUntil: sql`${signInThrottles.blockedUntil} - ${span}`,
    }),
  )
}

describe('takeSignInTry', () => {
  it('admits exactly the limit of 20 tries at once', async () => {
    const admissions = await take(20)
    expect(admissions.filter((admission) => admission.admitted)).toHaveLength(5)
    expect(admissions.filter((admission) => admission.admitted && admission.isLast)).toHaveLength(1)
  })

  it('says how long a block still lasts, and does not prolong it', async () => {
    await take(6)
    await letPass(600)
    const [admission] = await take(1)
    if (admission?.admitted !== false) throw new Error('it was admitted')
    expect(admission.retryAfterS).toBeGreaterThan(280)
    expect(admission.retryAfterS).toBeLessThanOrEqual(300)
  })

  it('starts anew once the block is over', async () => {
    await take(20)
    await letPass(901)
    expect(await takeSignInTry(database, throttle)).toEqual({ admitted: true })
    const admissions = await take(10)
    expect(admissions.filter((admission) => admission.admitted)).toHaveLength(4)
  })

  it('forgets failures when their window is over', async () => {
    await take(4)
    await letPass(901)
    const admissions = await take(6)
    expect(admissions.filter((admission) => admission.admitted)).toHaveLength(5)
  })

  it('counts keys apart', async () => {
    await take(6)
    expect(await takeSignInTry(database, { ...throttle, key: 'other' })).toEqual({ admitted: true })
  })

  it('blocks from the first failure when one is the limit', async () => {
    const strict = { ...throttle, limit: 1 }
    expect(await takeSignInTry(database, strict)).toEqual({ admitted: true, isLast: true })
    expect(await takeSignInTry(database, strict)).toMatchObject({ admitted: false })
  })
})

describe('giveSignInTryBack', () => {
  const address = { key: 'address', limit: 3, windowS: 900 }

  it('gives one try back, which lifts a block, and leaves other counts alone', async () => {
    await take(5)
    await take(3, address)
    expect(await takeSignInTry(database, address)).toMatchObject({ admitted: false })

    await giveSignInTryBack(database, address)
    const stored = await database.run((db) =>
      db.select().from(signInThrottles).orderBy(signInThrottles.key),
    )
    expect(stored).toMatchObject([
      { key: address.key, failures: 2, blockedUntil: null },
      { key: throttle.key, failures: 5 },
    ])
    expect(await takeSignInTry(database, address)).toEqual({ admitted: true, isLast: true })
    expect(await takeSignInTry(database, address)).toMatchObject({ admitted: false })
  })

  it('does nothing where nothing was counted', async () => {
    await giveSignInTryBack(database, address)
    expect(await database.run((db) => db.select().from(signInThrottles))).toEqual([])
  })
})

it('sign-in throttles: deletes only old counts, and no more than the given number', async () => {
  await take(1)
  await take(1, { ...throttle, key: 'second' })
  await letPass(100)
  await take(1, { ...throttle, key: 'fresh' })
  const keys = async () => {
    const rows = await database.run((db) => db.select().from(signInThrottles))
    return rows.map((row) => row.key)
  }

  await deleteOldSignInTries(database, 60, 1)
  expect(await keys()).toHaveLength(2)
  await deleteOldSignInTries(database, 60, 10)
  expect(await keys()).toEqual(['fresh'])
})
