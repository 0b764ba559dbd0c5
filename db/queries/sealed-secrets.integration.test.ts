import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findConnection } from '@/db/queries/sync/connections'
import { appFactors } from '@/db/schema/second-factors'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { listSealedSecrets, replaceSeal, type SealedSecret } from './sealed-secrets'

let merchant: TestMerchant
let userId: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  ;({ userId } = await merchant.actor('staff'))
  const app = { userId, sealedSecret: 'v1.app', confirmedAt: new Date(), lastStep: 1 }
  await merchant.database.run((db) => db.insert(appFactors).values(app))
})
afterAll(() => merchant.stop())

function list(kind: 'connection' | 'app_factor', after: string | null = null, atMost = 100) {
  return listSealedSecrets(merchant.database, kind, { after, atMost })
}

async function first(kind: 'connection' | 'app_factor'): Promise<SealedSecret> {
  const [secret] = await list(kind)
  if (secret === undefined) throw new Error('there is none')
  return secret
}

describe('sealed secrets', () => {
  it('are listed by id, of the connections and of the apps that count', async () => {
    const all = await list('connection')
    expect(all).toHaveLength(4)
    expect(await list('connection', all[1]?.id, 1)).toEqual([all[2]])
    expect(await list('connection', all[3]?.id)).toEqual([])
    const app = { id: userId, name: 'staff@paydesk.example', sealed: 'v1.app' }
    expect(await list('app_factor')).toEqual([app])
  })

  it('of an app are none any more when it was not set up in time', async () => {
    const { userId: late } = await merchant.actor('support')
    const { userId: early } = await merchant.actor('admin')
    await merchant.database.run((db) =>
      db.insert(appFactors).values([
        { userId: late, sealedSecret: 'v1.late', createdAt: sql`now() - interval '1 hour'` },
        { userId: early, sealedSecret: 'v1.early' },
      ]),
    )
    const sealed = (await list('app_factor')).map((secret) => secret.sealed)
    expect(sealed.toSorted()).toEqual(['v1.app', 'v1.early'])
  })

  it('are all that the database holds', async () => {
    const columns = await merchant.owner.run((db) =>
      db.execute(sql`
        select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and column_name ~ 'sealed|cipher' order by 1`),
    )
    expect(columns.map(({ name }) => name)).toEqual([
      'app_factors.sealed_secret',
      'connections.secret_ciphertext',
    ])
  })
})

describe('another seal', () => {
  it('is put around the secret that was read, and the connection stays the version it is', async () => {
    const secret = await first('connection')
    const before = await findConnection(merchant.database, secret.id)
    expect(await replaceSeal(merchant.database, 'connection', secret, 'v2.anew')).toBe(true)
    const after = await findConnection(merchant.database, secret.id)
    expect(after).toEqual({ ...before, secretCiphertext: 'v2.anew' })
    const others = (await list('connection')).filter(({ sealed }) => sealed === 'v2.anew')
    expect(others).toHaveLength(1)

    const app = await first('app_factor')
    expect(await replaceSeal(merchant.database, 'app_factor', app, 'v2.app')).toBe(true)
    expect(await first('app_factor')).toEqual({ ...app, sealed: 'v2.app' })
    const apps = (await list('app_factor')).filter(({ sealed }) => sealed === 'v2.app')
    expect(apps).toHaveLength(1)
  })

  it.each(['connection', 'app_factor'] as const)(
    'is not put around a %s that has another secret by now',
    async (kind) => {
      const now = await first(kind)
      const read = { ...now, sealed: 'v1.before' }
      expect(await replaceSeal(merchant.database, kind, read, 'v2.of-before')).toBe(false)
      expect(await first(kind)).toEqual(now)
    },
  )
})
