import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { findBusinessLogo } from '@/db/queries/access/find-business-logo'
import { readSettingsOf } from '@/db/queries/access/organization-settings'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { ReasonEntryInput } from '@/lib/domain/access/business-inputs'
import { BUSINESS_KEYS, DEFAULT_SETTINGS } from '@/lib/domain/access/organization-settings'
import { builtInReasons, type ReasonCode } from '@/lib/domain/operation/reasons'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { setTestEnvironment } from '@/testing/test-environment'
import { setBusinessName, setBusinessZone, setOfferedLanguages } from './change-business'
import { createBusinessReader } from './read-business'
import { setReviewLimits, setSecondFactorRoles, setStepUp } from './set-limits'
import { setLogo } from './set-logo'
import { setReasons } from './set-reasons'

let made: TestDatabase
let database: Database
let owner: Database
const anna = actor('Anna')
const cato = actor('Cato')

function actor(name: string): Actor {
  const userId = randomUUID()
  const email = `${name.toLowerCase()}@paydesk.example`
  return { userId, sessionId: randomUUID(), name, email, role: 'admin', scope: 'all' }
}

beforeAll(async () => {
  made = await createTestDatabase()
  setTestEnvironment({ DATABASE_URL: made.url })
  database = new Database(made.url)
  owner = new Database(made.ownerUrl)
  for (const { userId, name, email } of [anna, cato]) {
    await owner.run((db) =>
      db.execute(sql`
        insert into users (id, email, name, role, password_hash)
        values (${userId}, ${email}, ${name}, 'admin', 'none')`),
    )
  }
})
beforeEach(() => owner.run((db) => db.execute(sql`delete from organization_settings`)))
afterAll(async () => {
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

const by = (who: Actor) => ({ actor: who, requestId: randomUUID(), database })
const stored = async () =>
  readSettingsOf(database, [...BUSINESS_KEYS, 'second_factor_roles', 'step_up'])
const changed = { ok: true, value: { isChanged: true } }
const seenAt = null
const refused = (code: string, field?: string, values?: object) => ({
  ok: false,
  error: { code, ...(field !== undefined && { field }), ...(values !== undefined && { values }) },
})

async function lastEntry() {
  const [entry] = await database.run((db) =>
    db.execute(sql`
      select action, actor_name as actor, detail from audit_entries
      order by at desc, sequence desc limit 1`),
  )
  return entry
}

describe('a setting of the business', () => {
  it('is stored with its audit entry, and seen by another instance within seconds', async () => {
    let now = 0
    const other = createBusinessReader(
      () => database,
      () => now,
    )
    expect((await other.read()).business_name).toBeNull()
    expect(await setBusinessName(by(anna), { name: '  Fjord & Fjell ', seenAt })).toEqual(changed)
    expect(await lastEntry()).toEqual({
      action: 'organization.setting_changed',
      actor: 'Anna',
      detail: { setting: 'business_name', value: 'Fjord & Fjell' },
    })
    now = LIMITS.business.keptMs - 1
    expect((await other.read()).business_name).toBeNull()
    now = LIMITS.business.keptMs
    expect((await other.read()).business_name).toBe('Fjord & Fjell')
  })

  it('is read once however many pages ask, and again at once by who changed it', async () => {
    let reads = 0
    const counting = () => {
      reads += 1
      return database
    }
    const reader = createBusinessReader(counting, () => 0)
    await Promise.all([reader.read(), reader.read(), reader.read()])
    await reader.read()
    expect(reads).toBe(1)
    await setBusinessName(by(anna), { name: 'Fjell', seenAt })
    reader.forget()
    expect((await reader.read()).business_name).toBe('Fjell')
    expect(reads).toBe(2)
  })

  it('is what was read before where the database fails', async () => {
    const broken = createBusinessReader(() => {
      throw new Error('there is no database')
    })
    expect(await broken.read()).toMatchObject({ languages: DEFAULT_SETTINGS.languages })
  })
})

describe('a setting that others change as well', () => {
  it('is not changed over a colleague’s change: it says who was faster, and when', async () => {
    await setBusinessName(by(anna), { name: 'Fjord', seenAt })
    const seen = (await stored()).changedAt.business_name
    await setBusinessName(by(anna), { name: 'Fjell', seenAt: seen })
    const entries = async () =>
      (await database.run((db) => db.execute(sql`select from audit_entries`))).length
    const before = await entries()
    for (const late of [seen, null]) {
      expect(await setBusinessName(by(cato), { name: 'Vidde', seenAt: late })).toMatchObject(
        refused('setting_overtaken', undefined, { actor: 'Anna' }),
      )
    }
    expect((await stored()).values.business_name).toBe('Fjell')
    expect(await entries()).toBe(before)
    const at = (await stored()).changedAt.business_name
    expect(await setBusinessName(by(cato), { name: 'Vidde', seenAt: at })).toEqual(changed)
  })

  it('is set by one of those who save at the same moment', async () => {
    const names = ['a1', 'b2', 'c3', 'd4']
    // All read before any may write, unless each waits to read.
    const saving = await owner.run((db) =>
      db.transaction(async (transaction) => {
        await transaction.execute(sql`lock table organization_settings in share mode`)
        const all = names.map((name) => setBusinessName(by(anna), { name, seenAt }))
        await setTimeout(300)
        return { all }
      }),
    )
    const results = await Promise.all(saving.all)
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is not changed by who is no admin of all connections any more', async () => {
    const some: Actor = { ...anna, scope: [randomUUID()] }
    expect(await setBusinessName(by(some), { name: 'Fjord', seenAt })).toEqual(
      refused('setting_of_all_connections'),
    )
    const gone: Actor = { ...anna, userId: randomUUID() }
    expect(await setBusinessName(by(gone), { name: 'Fjord', seenAt })).toEqual(
      refused('actor_changed'),
    )
    expect((await stored()).changedAt.business_name).toBeNull()
  })
})

describe('name, time zone and languages', () => {
  it.each(['\u202eFjord', 'Fjord\u0007', '…', 'x'.repeat(81)])(
    'refuse the name %j',
    async (name) => {
      expect(await setBusinessName(by(anna), { name, seenAt })).toEqual(
        refused('business_name_malformed', 'name', { most: 80 }),
      )
    },
  )

  it('take a time zone that Intl and PostgreSQL know, and none that one of them does not', async () => {
    for (const timeZone of ['Europe/Atlantis', 'CET', '+01:00', "UTC'; --"]) {
      const result = await setBusinessZone(by(anna), { timeZone, seenAt })
      expect(result).toEqual(refused('time_zone_unknown', 'timeZone'))
    }
    expect(await setBusinessZone(by(anna), { timeZone: ' asia/tokyo ', seenAt })).toEqual(changed)
    expect((await stored()).values.time_zone).toBe('Asia/Tokyo')
    const at = (await stored()).changedAt.time_zone
    await setBusinessZone(by(anna), { timeZone: '', seenAt: at })
    expect((await stored()).values.time_zone).toBeNull()
  })

  it('need at least one language that there is', async () => {
    expect(await setOfferedLanguages(by(anna), { languages: ['xx'], seenAt })).toEqual(
      refused('languages_empty', 'languages'),
    )
    expect(await setOfferedLanguages(by(anna), { languages: ['nb'], seenAt })).toEqual(changed)
    expect((await stored()).values.languages).toEqual(['nb'])
  })
})

/** A PNG by its head and end. */
function png(widthPx: number, padding = 0): Buffer {
  const head = Buffer.alloc(33 + padding)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head)
  head.writeUInt32BE(widthPx, 16)
  head.writeUInt32BE(30, 20)
  return Buffer.concat([head, Buffer.from('0000000049454e44ae426082', 'hex')])
}

describe('the logo', () => {
  it('is stored under its hash, with the setting and without its bytes in the audit trail', async () => {
    const file = png(120).toString('base64')
    expect(await setLogo(by(anna), { file, seenAt })).toEqual(changed)
    const { business_logo: logo } = (await stored()).values
    expect(logo).toMatchObject({ contentType: 'image/png', widthPx: 120, heightPx: 30 })
    const found = await findBusinessLogo(database, logo?.hash ?? '')
    expect(Buffer.from(found?.bytes ?? []).equals(png(120))).toBe(true)
    expect(await lastEntry()).toMatchObject({ detail: { setting: 'business_logo', value: logo } })
    expect(await findBusinessLogo(database, 'nothing')).toBeNull()
  })

  it.each([
    ['no_image', Buffer.from('GIF89a')],
    ['vector', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['too_large', png(100, 256 * 1024)],
    ['too_many_pixels', png(20_000)],
  ])('is refused as %s, and nothing is stored', async (problem, bytes) => {
    const count = () => database.run((db) => db.execute(sql`select from business_logos`))
    const before = (await count()).length
    const values = { problem, maxKilobytes: 256, maxPx: 2_000 }
    const file = bytes.toString('base64')
    expect(await setLogo(by(anna), { file, seenAt })).toEqual(
      refused('logo_refused', 'logo', values),
    )
    const late = { file: png(77).toString('base64'), seenAt: '2026-01-01T00:00:00.000000Z' }
    await setBusinessName(by(anna), { name: 'x1', seenAt })
    await setLogo(by(anna), { file: png(120).toString('base64'), seenAt })
    expect(await setLogo(by(cato), late)).toMatchObject(refused('setting_overtaken'))
    expect((await count()).length).toBe(Math.max(before, 1))
  })

  it('cannot be replaced under its hash by the application', async () => {
    const write = database.run((db) => db.execute(sql`update business_logos set bytes = '\\x00'`))
    await expect(write).rejects.toThrow()
  })
})

const wordsOf = (code: ReasonCode) => code.replaceAll('_', ' ')
const entriesOf = (kind: 'refund' | 'void') =>
  builtInReasons(kind).map(({ code, isRetired }): ReasonEntryInput => ({
    code,
    name: '',
    isRetired,
  }))

describe('the reasons', () => {
  it('are added, renamed, ordered and retired; their codes stay', async () => {
    const [returned, damaged, ...rest] = entriesOf('refund')
    if (returned === undefined || damaged === undefined) throw new Error('there are no reasons')
    const reasons = [
      { code: null, name: 'Feil størrelse', isRetired: false },
      { ...damaged, name: 'Broken' },
      { ...returned, isRetired: true },
      ...rest.map((entry) => (entry.code === 'other' ? { ...entry, name: 'Else' } : entry)),
    ]
    const input = { kind: 'refund', reasons, seenAt } as const
    expect(await setReasons(by(anna), input, wordsOf)).toEqual(changed)
    const { values } = await stored()
    expect(values.refund_reasons.slice(0, 3)).toEqual([
      { code: 'own_feil_størrelse', name: 'Feil størrelse', isRetired: false },
      { code: 'damaged', name: 'Broken', isRetired: false },
      { code: 'returned', name: null, isRetired: true },
    ])
    expect(values.refund_reasons.at(-1)).toEqual({ code: 'other', name: null, isRetired: false })
    expect(values.void_reasons).toEqual(DEFAULT_SETTINGS.void_reasons)
  })

  it('are refused at their field where a name is unfit or there twice', async () => {
    const set = (more: { code: string | null; name: string; isRetired: boolean }[]) =>
      setReasons(
        by(anna),
        { kind: 'void', reasons: [...entriesOf('void'), ...more], seenAt },
        wordsOf,
      )
    const added = (name: string) => ({ code: null, name, isRetired: false })
    for (const name of ['', ' ', 'a\u0000b', '\u200bx', 'x'.repeat(61)]) {
      expect(await set([added(name)])).toEqual(
        refused('reason_name_malformed', 'reason.5', { most: 60 }),
      )
    }
    expect(await set([added('Out OF stock')])).toEqual(
      refused('reason_name_taken', 'reason.5', { name: 'Out OF stock' }),
    )
    expect(await set([added('One'), added('one')])).toMatchObject({ error: { field: 'reason.6' } })
    const many = Array.from({ length: 40 }, (_, index) => added(`Reason ${index}`))
    expect(await set(many)).toEqual(refused('too_many_reasons', undefined, { max: 40 }))
    expect((await stored()).changedAt.void_reasons).toBeNull()
  })

  it('cannot all be retired, left out, made up or doubled', async () => {
    const all = entriesOf('void')
    const set = (reasons: typeof all) =>
      setReasons(by(anna), { kind: 'void', reasons, seenAt }, wordsOf)
    expect(await set(all.map((entry) => ({ ...entry, isRetired: true })))).toEqual(
      refused('no_reason_offered'),
    )
    expect(await set(all.slice(1))).toEqual(refused('reason_gone'))
    expect(await set([...all, ...all.slice(0, 1)])).toEqual(refused('reason_gone'))
    const made = { code: 'own_made_up', name: 'Made up', isRetired: false }
    expect(await set([...all, made])).toEqual(refused('reason_gone'))
  })
})

describe('the limits', () => {
  const set = (...limits: { currency: string; amount: string }[]) =>
    setReviewLimits(by(anna), { limits, seenAt }, ',')

  it('are typed in whole currency units, each currency with its decimals', async () => {
    const result = await set(
      { currency: ' nok ', amount: '5 000,50' },
      { currency: 'JPY', amount: '700' },
      { currency: '', amount: ' ' },
    )
    expect(result).toEqual(changed)
    expect((await stored()).values.review_limits).toEqual({ NOK: 500_050, JPY: 700 })
  })

  it('are refused at their field', async () => {
    const row = (currency: string, amount: string) => ({ currency, amount })
    expect(await set(row('NOK', '1'), row('KRONE', '5'))).toEqual(
      refused('currency_unknown', 'currency.1', { text: 'KRONE' }),
    )
    expect(await set(row('XXX', '5'))).toMatchObject({ error: { code: 'currency_unknown' } })
    expect(await set(row('NOK', '1'), row('nok', '2'))).toEqual(
      refused('currency_twice', 'currency.1', { currency: 'NOK' }),
    )
    for (const [amount, problem] of [
      ['', 'empty'],
      ['much', 'not_a_number'],
      ['0', 'not_positive'],
      ['-3', 'not_positive'],
      ['1,005', 'too_many_decimals'],
    ] as const) {
      expect(await set(row('NOK', amount))).toEqual(
        refused('limit_unreadable', 'amount.0', { problem, text: amount, currency: 'NOK' }),
      )
    }
    expect((await stored()).changedAt.review_limits).toBeNull()
  })

  it('of step-up, and the roles that need a second factor, are those of the command', async () => {
    const limits = [{ currency: 'NOK', amount: '900' }]
    const topics = ['people', 'pay_out', 'nothing']
    expect(await setStepUp(by(anna), { topics, limits, seenAt }, ',')).toEqual(changed)
    const roles = ['admin', 'staff']
    expect(await setSecondFactorRoles(by(anna), { roles, seenAt })).toEqual(changed)
    expect((await stored()).values).toMatchObject({
      step_up: { refundLimitsMinor: { NOK: 90_000 }, topics: ['pay_out', 'people'] },
      second_factor_roles: ['staff', 'admin'],
    })
  })
})
