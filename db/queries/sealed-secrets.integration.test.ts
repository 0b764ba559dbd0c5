import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findConnection } from '@/db/queries/sync/connections'
import { organizationSettings } from '@/db/schema/organization-settings'
import { appFactors } from '@/db/schema/second-factors'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import {
  listSealedSecrets,
  replaceSeal,
  type SealedKind,
  type SealedSecret,
} from './sealed-secrets'

let merchant: TestMerchant
let userId: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  ;({ userId } = await merchant.actor('staff'))
  const app = { userId, sealedSecret: 'v1.app', confirmedAt: new Date(), lastStep: 1 }
  await merchant.database.run((db) => db.insert(appFactors).values(app))
})
afterAll(() => merchant.stop())

async function setSingleSignOn(value: unknown): Promise<void> {
  await merchant.owner.run((db) => db.delete(organizationSettings))
  await merchant.owner.run((db) =>
    db.execute(sql`
      insert into organization_settings (key, value)
      values ('single_sign_on', ${JSON.stringify(value)}::jsonb)`),
  )
}

function list(kind: SealedKind, after: string | null = null, atMost = 100) {
  return listSealedSecrets(merchant.database, kind, { after, atMost })
}

async function setWebhook(value: unknown): Promise<void> {
  await merchant.owner.run((db) => db.delete(organizationSettings))
  await merchant.owner.run((db) =>
    db.execute(sql`
      insert into organization_settings (key, value)
      values ('notice_webhook', ${JSON.stringify(value)}::jsonb)`),
  )
}

async function first(kind: SealedKind): Promise<SealedSecret> {
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
    const app = { id: userId, name: 'staff@paydesk.example', sealed: 'v1.app', client: null }
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

  it('are none of single sign-on where it was switched off', async () => {
    await setSingleSignOn(null)
    expect(await list('single_sign_on')).toEqual([])
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

  it('is put around the address of the webhook of notices by the owner alone', async () => {
    const { database, owner } = merchant
    await setWebhook(null)
    expect(await list('notice_webhook')).toEqual([])
    await setWebhook({ host: 'hooks.example', kinds: [], sealedSecret: 'v1.url' })
    const secret = await first('notice_webhook')
    expect(secret).toMatchObject({ name: 'hooks.example', sealed: 'v1.url', client: null })
    await expect(replaceSeal(database, 'notice_webhook', secret, 'v2.anew')).rejects.toThrow()
    expect(await replaceSeal(owner, 'notice_webhook', secret, 'v2.anew')).toBe(true)
    expect(await replaceSeal(owner, 'notice_webhook', secret, 'v2.again')).toBe(false)
    expect(await first('notice_webhook')).toMatchObject({ sealed: 'v2.anew' })
  })

  it('is put around the client secret of single sign-on by the owner alone', async () => {
    const { database, owner } = merchant
    const setting = { issuer: 'https://id.example', clientId: 'c', name: 'Id', groups: ['x'] }
    await setSingleSignOn({ ...setting, sealedSecret: 'v1.client' })
    const secret = await first('single_sign_on')
    const client = { issuer: setting.issuer, clientId: setting.clientId }
    expect(secret).toMatchObject({ name: 'Id', sealed: 'v1.client', client })
    await expect(replaceSeal(database, 'single_sign_on', secret, 'v2.anew')).rejects.toThrow()
    expect(await replaceSeal(owner, 'single_sign_on', secret, 'v2.anew')).toBe(true)
    expect(await replaceSeal(owner, 'single_sign_on', secret, 'v2.again')).toBe(false)
    const [row] = await owner.run((db) => db.select().from(organizationSettings))
    expect(row?.value).toEqual({ ...setting, sealedSecret: 'v2.anew' })
  })
})
