import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/access/actor'
import { untagPayment } from '@/lib/operations/tag-payment'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { addRuleThatIsOn, putTag, runRules } from '@/testing/rules'
import { setRule } from './change-rules'

/**
 * 200 days of the provider's clock over holds of every kind, with two instances that look once a day.
 * What a rule could have extended is said here by days alone, without the statements under test.
 */

const HOLDS = Number(process.env.PAYDESK_CLOCK_HOLDS ?? '60')
const DAYS = 200
const DAY_MS = 86_400_000
const WITHIN_DAYS = 3
const CAP_DAYS = 180
/** A refusal every so many days, of whichever extension comes next. */
const REFUSED_EVERY = 9

const OFTEN = 50
const FEW = 2
const RULE_OFF_FROM = 60
const TAGGED_ON = 12
const UNTAGGED_ON = 70

/** What becomes of a hold: the tag it has, from which day to which, and how often its rule extends it. */
const KINDS = {
  always: { tag: 'always', from: 0, to: DAYS, most: OFTEN },
  twice: { tag: 'twice', from: 0, to: DAYS, most: FEW },
  untagged: { tag: null, from: 0, to: 0, most: 0 },
  later: { tag: 'always', from: TAGGED_ON, to: UNTAGGED_ON, most: OFTEN },
  off: { tag: 'switched off', from: 0, to: RULE_OFF_FROM, most: OFTEN },
  unknown: { tag: 'of no rule', from: 0, to: 0, most: 0 },
} as const
type Kind = keyof typeof KINDS

interface Hold {
  readonly id: string
  readonly kind: Kind
  /** Days of the run, with parts: before it began, and to its first end. */
  readonly createdDay: number
  endDay: number
  renewals: number
  isLost: boolean
}

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

async function makeHolds(startMs: number): Promise<readonly Hold[]> {
  const kinds = Object.keys(KINDS) as Kind[]
  const run = randomUUID().slice(0, 8)
  const made = new Map<string, Omit<Hold, 'id'>>()
  for (let index = 0; index < HOLDS; index += 1) {
    const reference = `${run}-${index}`
    const endDay = 14 + (14 * index) / HOLDS
    const iso = (day: number) => new Date(startMs + day * DAY_MS).toISOString()
    const [createdAt, expiresAt] = [iso(endDay - 28), iso(endDay)]
    await merchant.sandbox.control.createTransaction({ reference, createdAt, expiresAt })
    const kind = kinds[index % kinds.length] ?? 'always'
    made.set(reference, { kind, createdDay: endDay - 28, endDay, renewals: 0, isLost: false })
  }
  await merchant.importAll()
  const rows = await merchant.database.run((db) =>
    db.execute<{ id: string; reference: string }>(sql`
      select id, order_reference as reference from transactions
      where order_reference like ${`${run}-%`}`),
  )
  return rows.flatMap(({ id, reference }) => {
    const hold = made.get(reference)
    return hold === undefined ? [] : [{ ...hold, id }]
  })
}

async function changeByHand(holds: readonly Hold[], day: number, offRuleId: string): Promise<void> {
  const { database } = merchant
  const context = contextOf(database, anna)
  for (const hold of holds) {
    const { tag, from } = KINDS[hold.kind]
    if (tag !== null && from === day) await putTag(database, anna, hold.id, tag)
    if (hold.kind === 'later' && day === UNTAGGED_ON) {
      await untagPayment(context, { transactionId: hold.id, tag: 'always' })
    }
  }
  if (day === RULE_OFF_FROM) await setRule(context, { ruleId: offRuleId, isOn: false })
  if (day % REFUSED_EVERY === 1) await merchant.sandbox.control.clearFaults()
  if (day % REFUSED_EVERY !== 0) return
  await merchant.sandbox.control.addFault({
    match: { operation: 'authorization' },
    // One of them meets a token of the day before.
    times: 3,
    action: { type: 'refuse' },
  })
}

/** Days on which a rule may extend the hold, of those before its present end. */
function chances({ kind, endDay, createdDay, renewals }: Hold): readonly number[] {
  const { from, to, most } = KINDS[kind]
  if (renewals >= most || endDay > createdDay + CAP_DAYS - 1) return []
  const first = Math.max(from, Math.ceil(endDay - WITHIN_DAYS))
  const days: number[] = []
  for (let day = first; day < Math.min(to, endDay); day += 1) days.push(day)
  return days
}

interface Seen extends Record<string, unknown> {
  readonly id: string
  readonly endMs: number
  readonly renewals: number
  readonly byRule: number
}

function readHolds(): Promise<readonly Seen[]> {
  return merchant.database.run((db) =>
    db.execute<Seen>(sql`
      select payment.id, extract(epoch from payment.capture_by)::float8 * 1000 as "endMs",
        count(operations.id)::int as renewals, count(run.operation_id)::int as "byRule"
      from transactions as payment
        left join operations on operations.transaction_id = payment.id
          and operations.state = 'succeeded'
        left join rule_runs as run on run.operation_id = operations.id
      group by payment.id`),
  )
}

it(
  `rules over ${DAYS} days and ${HOLDS} holds: none expires that one could extend, none is extended without`,
  { timeout: 60_000 + HOLDS * 2_000, retry: 0 },
  async () => {
    const startMs = Date.now()
    const holds = await makeHolds(startMs)
    expect(holds).toHaveLength(HOLDS)
    const rule = (tag: string, maxTimes: number) =>
      addRuleThatIsOn(merchant.database, anna, { tag, maxTimes, withinHours: WITHIN_DAYS * 24 })
    await rule('always', OFTEN)
    await rule('twice', FEW)
    const offRuleId = await rule('switched off', OFTEN)
    const wrong = { expired: [] as string[], extended: [] as string[], pastCap: [] as string[] }
    for (let day = 0; day < DAYS; day += 1) {
      await changeByHand(holds, day, offRuleId)
      const now = new Date(startMs + day * DAY_MS)
      await runRules(merchant.database, { now, instances: 2 })
      const seen = new Map((await readHolds()).map((row) => [row.id, row]))
      for (const hold of holds) {
        const row = seen.get(hold.id)
        if (row === undefined) throw new Error(`${hold.id} has disappeared`)
        const by = `${hold.kind} on day ${day}, which ended on day ${hold.endDay}`
        if (row.renewals > hold.renewals) {
          const isOnce = row.renewals === hold.renewals + 1 && row.byRule === row.renewals
          if (!isOnce || !chances(hold).includes(day)) wrong.extended.push(by)
          hold.renewals = row.renewals
          hold.endDay = (row.endMs - startMs) / DAY_MS
          if (hold.endDay > hold.createdDay + CAP_DAYS + 0.01) wrong.pastCap.push(by)
        } else if (!hold.isLost && day >= hold.endDay) {
          hold.isLost = true
          if (chances(hold).length > 1) wrong.expired.push(by)
        }
      }
      await merchant.sandbox.control.advanceClock(DAY_MS)
    }
    expect(wrong).toEqual({ expired: [], extended: [], pastCap: [] })
    const renewalsOf = (kind: Kind) =>
      holds.filter((hold) => hold.kind === kind).map(({ renewals }) => renewals)
    expect(Math.min(...renewalsOf('always'))).toBeGreaterThanOrEqual(6)
    expect(new Set(renewalsOf('twice'))).toEqual(new Set([FEW]))
    expect(new Set([...renewalsOf('untagged'), ...renewalsOf('unknown')])).toEqual(new Set([0]))
    const requested = await merchant.database.run((db) =>
      db.execute<{ refused: number; begun: number }>(sql`
        select count(*) filter (where state = 'refused')::int as refused, count(*)::int as begun
        from operations`),
    )
    const calls = await merchant.sandbox.control.calls()
    // The token of the day before is renewed after one answer of 401.
    const sent = calls.filter(
      ({ operation, responseStatus }) => operation === 'authorization' && responseStatus !== 401,
    ).length
    expect(requested[0]?.begun).toBe(sent)
    expect(requested[0]?.refused).toBeGreaterThan(5)
  },
)
