import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listSealedSecrets, replaceSeal } from '@/db/queries/sealed-secrets'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { changeOwnFactor } from './change-own-factor'
import { findUnconfirmedApp, insertUnconfirmedApp } from './second-factors'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

it('changeOwnFactor: confirms the secret that the code was checked against, under any seal', async () => {
  const { database } = merchant
  const { userId, sessionId } = await merchant.actor('staff')
  const begin = async (sealed: string) => {
    expect(await insertUnconfirmedApp(database, userId, sealed)).toBe(true)
    return (await findUnconfirmedApp(database, userId, 60))?.madeAt ?? ''
  }
  const confirm = (madeAt: string) =>
    changeOwnFactor(
      database,
      { kind: 'confirm', madeAt, step: 1, codeHashes: ['a'] },
      { userId, sessionId, requestId: randomUUID(), address: null },
    )
  const earlier = await begin('v1.earlier')
  const later = await begin('v1.later')
  expect(await confirm(earlier)).toBeNull()

  const [app] = await listSealedSecrets(database, 'app_factor', { after: null, atMost: 1 })
  if (app === undefined) throw new Error('there is no app')
  expect(await replaceSeal(database, 'app_factor', app, 'v2.later')).toBe(true)
  expect(await confirm(later)).toBe(0)
  expect(await confirm(later)).toBeNull()
})
