import { afterEach, beforeEach, expect, it } from 'vitest'
import { runWithKills } from '@/testing/batch-kills/kill-run'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'

let merchant: TestMerchant

beforeEach(async () => {
  merchant = await startTestMerchant()
})
afterEach(() => merchant.stop())

it('batch: no row is done twice or lost when its instances are killed at any moment', async () => {
  const { kills, betweenEffectAndOutcome, comparison } = await runWithKills(merchant, {
    rows: 40,
    kills: 5,
    leastBetween: 1,
  })
  expect(kills).toBeGreaterThanOrEqual(5)
  expect(betweenEffectAndOutcome).toBeGreaterThan(0)
  expect(comparison).toMatchObject({ rows: 40, twice: [], differing: [] })
  expect(comparison.captured).toBeGreaterThan(30)
}, 300_000)
