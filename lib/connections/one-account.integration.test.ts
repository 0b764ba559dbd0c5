import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { findConnection, listConnections } from '@/db/queries/sync/connections'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import { encryptionKeys } from '@/lib/config/key-ring'
import { sealSecret } from '@/lib/config/secret-box'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { refundPayment } from '@/lib/operations/refund-payment'
import { DEMO_ENTITY, DEMO_TOKEN, SECOND_ENTITY } from '@/sandbox/oppwa/channels'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { restateAccount } from '@/testing/restate-account'
import { loadClient } from './connection-client'
import { connectAccount } from './connect-account'

let merchant: TestMerchant
let oppwa: OppwaMerchant

beforeAll(async () => {
  merchant = await startTestMerchant('oppwa')
  oppwa = await OppwaMerchant.connect(merchant)
})
afterAll(() => merchant.stop())

const SECRET = {
  accessToken: DEMO_TOKEN,
  environment: 'test',
  dateSearch: true,
  queriesPerMinute: 1_000,
}

function connect(name: string, accountId: string, settings: object = {}) {
  return connectAccount(merchant.owner, {
    provider: 'oppwa',
    name,
    accountId,
    baseUrl: `${merchant.sandbox.url}/oppwa`,
    secret: { ...SECRET, ...settings },
  })
}

/** A row without its accounts, as only a statement by hand writes it. */
async function insertOldRow(name: string): Promise<string> {
  const id = randomUUID()
  const secret = sealSecret(JSON.stringify(SECRET), encryptionKeys(), id)
  const { accountId, baseUrl } = oppwa.connection
  await merchant.database.run((db) =>
    db.execute(sql`
      insert into connections (id, provider, name, account_id, base_url, is_test, secret_ciphertext)
      values (${id}, 'oppwa', ${name}, ${accountId}, ${baseUrl}, true, ${secret})`),
  )
  return id
}

/** The same payment as another connection would have imported it. */
async function copyTo(connectionId: string, payment: TransactionView): Promise<TransactionView> {
  const client = await loadClient(merchant.database, oppwa.connection.id)
  const read = await client.readTransaction(payment)
  if (!read.ok) throw new Error(read.message)
  const [newId, readAt] = [randomUUID(), new Date().toISOString()]
  const { snapshot } = read
  await upsertTransaction(merchant.database, { newId, connectionId, snapshot, readAt })
  return merchant.reload({ id: newId })
}

async function refund({ id, currency, moneyRevision }: TransactionView) {
  const context = contextOf(merchant.database, await merchant.actor('admin'))
  return refundPayment(context, {
    operationId: randomUUID(),
    transactionId: id,
    currency,
    expectedRevision: moneyRevision,
    choice: { mode: 'amount', amountMinor: 50_00 },
    reason: 'Returned',
    label: null,
  })
}

describe('an account that is connected', () => {
  it.each([
    ['as it is', (account: string) => account],
    ['in capitals and with blanks', (account: string) => ` ${account.toUpperCase()} `],
  ])('is not connected under a second name, %s', async (_, typed) => {
    const before = await listConnections(merchant.database)
    const result = await connect('Once more', typed(DEMO_ENTITY))
    expect(result).toMatchObject({ error: { code: 'account_connected' } })
    if (!result.ok) {
      expect(result.error.message).toContain(`as “${oppwa.connection.name}”`)
      expect(result.error.message).toContain(DEMO_ENTITY)
    }
    expect(await listConnections(merchant.database)).toEqual(before)
  })

  it('is not connected a second time through another spelling of its host', async () => {
    const { port } = new URL(merchant.sandbox.url)
    const result = await connectAccount(merchant.owner, {
      provider: 'oppwa',
      name: 'Elsewhere',
      accountId: DEMO_ENTITY,
      secret: SECRET,
      baseUrl: `http://localhost:${port}/oppwa`,
    })
    expect(result).toMatchObject({ error: { code: 'account_connected' } })
  })

  it('refunds nothing through a second row, though one is there', async () => {
    const payment = await oppwa.newPayment({ amount: 200_00, isDebit: true })
    const copy = await copyTo(await insertOldRow('Written by hand'), payment)
    const results = await Promise.all([refund(payment), refund(copy)])
    expect(results).toMatchObject([
      { ok: true, value: { state: 'succeeded' } },
      { ok: false, error: { code: 'connection_unusable' } },
    ])
    const refunds = (await oppwa.entries(payment)).filter(({ type }) => type === 'RF')
    expect(refunds).toHaveLength(1)
  })

  it('does not lend its name to another account', async () => {
    const before = await findConnection(merchant.database, oppwa.connection.id)
    const result = await connect(oppwa.connection.name, SECOND_ENTITY)
    expect(result).toMatchObject({ error: { code: 'name_of_another_account' } })
    if (!result.ok) expect(result.error.message).toContain(`is the account ${DEMO_ENTITY}`)
    expect(await findConnection(merchant.database, oppwa.connection.id)).toEqual(before)
  })
})

describe('two connects at the same time', () => {
  it('of one account: one wins, the other learns which has it', async () => {
    const { baseUrl } = (await listConnections(merchant.database)).find(
      ({ provider }) => provider === 'dintero',
    ) ?? { baseUrl: '' }
    const databases = [new Database(merchant.ownerUrl, 1), new Database(merchant.ownerUrl, 1)]
    const results = await Promise.all(
      databases.map((database, number) =>
        connectAccount(database, {
          provider: 'dintero',
          name: `Racer ${number}`,
          accountId: 'T33334444',
          baseUrl,
          secret: { clientId: 'paydesk-other', clientSecret: 'paydesk-other-secret' },
        }),
      ),
    )
    await Promise.all(databases.map((database) => database.close()))
    const refused = results.filter(({ ok }) => !ok)
    expect(refused).toMatchObject([
      { error: { code: 'account_connected', message: expect.stringMatching(/as “Racer [01]”/) } },
    ])
    const names = (await listConnections(merchant.database)).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('Racer'))).toHaveLength(1)
  })
})

describe('a connection that reads two entities', () => {
  const other = { otherEntityId: SECOND_ENTITY }

  it('keeps both to itself, and for good', async () => {
    const { id } = oppwa.connection
    const restate = (settings: object) =>
      restateAccount(merchant.owner, oppwa.connection, Object.assign({}, SECRET, settings))
    expect(await restate(other)).toMatchObject({ value: { isChanged: true } })
    const stored = await findConnection(merchant.database, id)
    expect(stored?.accounts).toEqual([DEMO_ENTITY, SECOND_ENTITY])

    const taken = { error: { code: 'account_connected' } }
    expect(await connect('The second alone', SECOND_ENTITY)).toMatchObject(taken)
    expect(await connect('A third with it', 'e3'.repeat(16), other)).toMatchObject(taken)
    expect(await restate({})).toMatchObject({
      error: { values: { problem: 'account_missing', detail: SECOND_ENTITY } },
    })
    expect(await findConnection(merchant.database, id)).toEqual(stored)
  })
})
