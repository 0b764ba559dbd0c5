import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimRuns } from '@/db/queries/extension/claim-runs'
import { listRuleRuns, listRules } from '@/db/queries/extension/rules'
import { listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import { beginRuns, stopRules } from '@/lib/jobs/rule-loop'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { addRuleThatIsOn, putTag, runRules } from '@/testing/rules'
import { dropRule, setRule } from './change-rules'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let merchant: TestMerchant
let anna: Actor
let tag: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await merchant.sandbox.control.clearFaults()
  tag = `t ${randomUUID().slice(0, 8)}`
})

/** A tagged payment whose hold ends in so many hours. */
async function endingIn(hours: number, options: { method?: string } = {}) {
  const expiresAt = new Date(Date.now() + hours * HOUR_MS).toISOString()
  const payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference, expiresAt, ...options }),
  )
  await putTag(merchant.database, anna, payment.id, tag)
  return payment
}

const addRule = (rule: { maxTimes?: number; withinHours?: number } = {}) =>
  addRuleThatIsOn(merchant.database, anna, { tag, ...rule })
const run = (now?: Date) => runRules(merchant.database, now === undefined ? {} : { now })
const ruleOf = async (id: string) =>
  (await listRules(merchant.database)).find((rule) => rule.id === id)
const runsOf = ({ id }: { id: string }) => listRuleRuns(merchant.database, id)
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const isOn = (ruleId: string, on: boolean) =>
  setRule(contextOf(merchant.database, anna), { ruleId, isOn: on })
const owner = (statement: ReturnType<typeof sql>) =>
  merchant.owner.run((db) => db.execute(statement))

describe('a rule that extends holds', () => {
  it('extends the hold of a tagged payment in its last hours, in its own name and a person’s', async () => {
    const ruleId = await addRule()
    const payment = await endingIn(48)
    const later = await endingIn(100)
    expect(await run()).toBe(1)
    const { operations, captureDeadline } = await merchant.reload(payment)
    expect(captureDeadline?.at.getTime()).toBeGreaterThan(Date.now() + 27 * DAY_MS)
    expect(operations).toMatchObject([
      { kind: 'extend_authorization', state: 'succeeded', actorName: anna.name },
    ])
    const rule = await ruleOf(ruleId)
    expect(rule).toMatchObject({ runs: 1, enabled: { by: anna.name } })
    expect(await runsOf(payment)).toMatchObject([
      { operationId: operations[0]?.id, ruleName: rule?.name, failure: null },
    ])
    const [entry] = await owner(sql`
      select detail from audit_entries
      where operation_id = ${operations[0]?.id} and action = 'operation.intended'`)
    expect(entry).toMatchObject({ detail: { rule: rule?.name, ruleId } })
    expect((await merchant.reload(later)).operations).toEqual([])
  })

  it('extends nothing without its tag, after it was taken off, nor while it is off or removed', async () => {
    const payment = await endingIn(48)
    const ruleId = await addRule()
    await isOn(ruleId, false)
    expect(await run()).toBe(0)
    await isOn(ruleId, true)
    await owner(sql`delete from payment_tags where tag = ${tag}`)
    expect(await run()).toBe(0)
    await putTag(merchant.database, anna, payment.id, tag)
    await dropRule(contextOf(merchant.database, anna), { ruleId })
    expect(await run()).toBe(0)
    expect(await ruleOf(ruleId)).toBeUndefined()
    expect(await isOn(ruleId, true)).toMatchObject({ error: { code: 'rule_gone' } })
  })

  it('extends at most as often as it may, counted by payment', async () => {
    await addRule({ maxTimes: 2 })
    const payment = await endingIn(48)
    const bringNear = () =>
      owner(sql`
        update transactions set capture_by = now() + interval '1 day' where id = ${payment.id}`)
    expect(await run()).toBe(1)
    await bringNear()
    expect(await run()).toBe(0)
    expect(await run(inDays(0.9))).toBe(0)
    await owner(sql`update rule_runs set next_at = now()`)
    expect(await run()).toBe(1)
    await bringNear()
    await owner(sql`update rule_runs set next_at = now()`)
    expect(await run()).toBe(0)
    expect((await merchant.reload(payment)).operations).toHaveLength(2)
  })
})

describe('a rule whose extension does not come about', () => {
  it('asks once after a refusal, shows it, and asks again the next day, which counts once', async () => {
    await addRule({ maxTimes: 1 })
    const payment = await endingIn(60)
    await merchant.sandbox.control.addFault({
      match: { operation: 'authorization' },
      times: 1,
      action: { type: 'refuse' },
    })
    expect(await run()).toBe(1)
    expect(await run(inDays(0.9))).toBe(0)
    const attention = await listTransactions(merchant.database, { scope: 'all', view: 'attention' })
    expect(attention.rows.map(({ id }) => id)).toContain(payment.id)
    expect(await run(inDays(1.01))).toBe(1)
    const { operations } = await merchant.reload(payment)
    expect(operations.map(({ state }) => state)).toEqual(['succeeded', 'refused'])
  })

  it('lists a payment under needs attention that it could not begin to extend, with the reason', async () => {
    await addRule()
    const payment = await endingIn(48, { method: 'klarna.klarna' })
    await owner(sql`update transactions set method = 'vipps' where id = ${payment.id}`)
    expect(await run()).toBe(1)
    expect(await runsOf(payment)).toMatchObject([
      { failure: { code: 'not_allowed', values: { denialReason: 'extend_unsupported' } } },
    ])
    const listed = async () =>
      (await listTransactions(merchant.database, { scope: 'all', view: 'attention' })).rows.some(
        ({ id }) => id === payment.id,
      )
    expect(await listed()).toBe(true)
    await owner(sql`
      update transactions set capture_by = capture_by + interval '1 day' where id = ${payment.id}`)
    expect(await listed()).toBe(false)
  })

  it('is never asked to go past the longest hold of the method', async () => {
    await addRule()
    const payment = await endingIn(48)
    await owner(sql`
      update transactions set provider_created_at = capture_by - interval '180 days'
      where id = ${payment.id}`)
    expect(await run()).toBe(1)
    expect((await merchant.reload(payment)).operations).toEqual([])
    expect(await runsOf(payment)).toMatchObject([{ failure: { code: 'rule_hold_at_longest' } }])
  })
})

describe('rules, by rights and over instances', () => {
  it('stops where who switched it on may not do it any more, and says why', async () => {
    const ruleId = await addRule()
    await endingIn(48)
    await owner(sql`update users set role = 'support' where id = ${anna.userId}`)
    expect(await run()).toBe(0)
    expect(await stopRules(merchant.database)).toBeGreaterThan(0)
    await owner(sql`update users set role = 'admin' where id = ${anna.userId}`)
    expect(await run()).toBe(0)
    expect(await ruleOf(ruleId)).toMatchObject({ enabled: null, stopReason: 'right_withdrawn' })
    const entries = await owner(sql`
      select action, detail ->> 'reason' as reason from audit_entries
      where stream_id = ${ruleId} order by sequence desc limit 1`)
    expect(Array.from(entries)).toEqual([{ action: 'rule.stopped', reason: 'right_withdrawn' }])
    await isOn(ruleId, true)
    expect(await stopRules(merchant.database)).toBe(0)
    expect(await run()).toBe(1)
  })

  it('of two rules extends a payment once, and so do instances that look at the same moment', async () => {
    await addRule()
    await addRule()
    const payments = [await endingIn(40), await endingIn(41), await endingIn(42)]
    expect(await runRules(merchant.database, { instances: 6 })).toBe(3)
    for (const payment of payments) {
      expect((await merchant.reload(payment)).operations).toHaveLength(1)
    }
  })

  it('plans a run anew that an instance left, unless its operation exists', async () => {
    await addRule()
    const payment = await endingIn(48)
    const claim = { limit: 8, leaseMs: 45_000, againMs: DAY_MS, roles: ['admin'] as const }
    const [lost] = await claimRuns(merchant.database, claim)
    expect(lost).toMatchObject({ transactionId: payment.id, number: 1 })
    expect(await run()).toBe(0)
    const begun = await beginRuns(merchant.database, 8, new Date(Date.now() + 46_000))
    expect(begun).toHaveLength(1)
    await Promise.all(begun)
    expect(await runsOf(payment)).toHaveLength(2)
    await owner(sql`
      update rule_runs set ended_at = null, lease_until = now() where transaction_id = ${payment.id}`)
    await owner(sql`
      update transactions set capture_by = now() + interval '1 day' where id = ${payment.id}`)
    expect(await run()).toBe(0)
  })
})
