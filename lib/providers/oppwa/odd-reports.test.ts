import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { capability } from '@/lib/domain/rules/capability'
import { deriveStatus } from '@/lib/domain/payment/transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { DEMO_ENTITY, DEMO_TOKEN, SECOND_ENTITY } from '@/sandbox/oppwa/channels'
import type { Settings } from '@/sandbox/oppwa/settings'
import { TestSandbox } from '@/sandbox/testing/test-sandbox'
import type { ListResult, ProviderClient } from '../port'
import { command } from './fixtures'
import { createOppwaClient } from './index'

let sandbox: TestSandbox

beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset', {})
  await settings({ queriesPerMinute: null })
})

function clientOf(change: object = {}): ProviderClient {
  return createOppwaClient({
    connectionId: 'c',
    accountId: DEMO_ENTITY,
    baseUrl: `${sandbox.url}/oppwa`,
    secret: {
      accessToken: DEMO_TOKEN,
      environment: 'test',
      dateSearch: true,
      queriesPerMinute: 1_000,
      ...change,
    },
  })
}

function settings(set: Partial<Settings>): Promise<unknown> {
  return sandbox.control('PUT', 'oppwa/settings', set)
}

async function createPayment(options: object = {}): Promise<string> {
  const { id } = await sandbox.control<{ id: string }>('POST', 'oppwa/transactions', options)
  return id
}

function actInPortal(id: string, options: object): Promise<unknown> {
  return sandbox.control('POST', `oppwa/transactions/${id}/portal`, options)
}

async function read(id: string, client = clientOf()): Promise<TransactionSnapshot> {
  const found = await client.readTransaction({ providerTransactionId: id, orderReference: null })
  if (!found.ok) throw new Error(found.message)
  return found.snapshot
}

/** All pages; throws when there are far more than there are payments. */
async function listAll({ listTransactions }: ProviderClient) {
  const pages: Extract<ListResult, { ok: true }>[] = []
  let cursor: string | null = null
  do {
    const page: ListResult | undefined = await listTransactions?.(cursor, null)
    if (page?.ok !== true) throw new Error(page?.message ?? 'there is no list')
    pages.push(page)
    if (pages.length > 20) throw new Error('the list never ends')
    cursor = page.next
  } while (cursor !== null)
  return {
    snapshots: pages.flatMap(({ snapshots }) => snapshots),
    malformed: pages.flatMap(({ malformed }) => malformed),
  }
}

function refundable(snapshot: TransactionSnapshot) {
  const { method, amountMinor, totals, events, flags, phase } = snapshot
  const status = deriveStatus(phase, totals)
  return capability('refund', {
    provider: 'oppwa',
    method,
    status,
    amountMinor,
    totals,
    events,
    flags,
    operations: [],
    openOperation: null,
  })
}

describe('OPPWA: the list', () => {
  it.each(['not-found', 'empty'] as const)(
    'ends with an empty page, and the second channel is read too: %s (E1)',
    async (emptyPage) => {
      await settings({ emptyPage })
      const [first, second] = [
        await createPayment(),
        await createPayment({ accountId: SECOND_ENTITY }),
      ]
      const { snapshots } = await listAll(clientOf({ otherEntityId: SECOND_ENTITY }))
      const ids = snapshots.map((one) => one.providerTransactionId)
      expect(ids).toEqual(expect.arrayContaining([first, second]))
    },
  )

  it('without any payment passes the test of a connection (E1)', async () => {
    await settings({ emptyPage: 'empty' })
    await sandbox.control('POST', 'oppwa/channels', {
      entityId: 'c'.repeat(32),
      token: 'empty-token',
    })
    const client = createOppwaClient({
      connectionId: 'c',
      accountId: 'c'.repeat(32),
      baseUrl: `${sandbox.url}/oppwa`,
      secret: { accessToken: 'empty-token', environment: 'test', dateSearch: true },
    })
    expect(await client.checkConnection()).toEqual({ ok: true })
  })

  it('and the single read agree on a payment with strays, which both set aside (A6)', async () => {
    const id = await createPayment({ status: 'PARTIALLY_CAPTURED' })
    await settings({ strayEntries: true })
    const { snapshots, malformed } = await listAll(clientOf())
    const listed = snapshots.find((one) => one.providerTransactionId === id)
    expect(listed).toEqual(await read(id))
    expect(listed?.totals.capturedMinor).toBe(50_000)
    expect(malformed).toEqual([])
  })
})

describe('OPPWA: a list without what refers to its payments', () => {
  const statuses = ['AUTHORIZED', 'CAPTURED', 'PARTIALLY_REFUNDED', 'DECLINED'] as const

  it('shows each payment as its single read does, all of them (E4)', async () => {
    await settings({ linkedInList: false })
    const ids: string[] = []
    for (const status of statuses) ids.push(await createPayment({ status, amount: 9_000 }))
    const { snapshots, malformed } = await listAll(clientOf({ currency: 'EUR' }))
    expect(malformed).toEqual([])
    const listed = new Map(snapshots.map((one) => [one.providerTransactionId, one.totals]))
    for (const id of ids) {
      const { totals } = await read(id, clientOf({ currency: 'EUR' }))
      expect(listed.get(id), id).toEqual(totals)
    }
  })

  it('is not taken for complete because of entries that are no payment (E4, A6)', async () => {
    await settings({ linkedInList: false, strayEntries: true })
    const id = await createPayment({ status: 'CAPTURED' })
    const client = clientOf()
    const since = new Date(Date.now() - 3_600_000)
    for (const from of [null, since]) {
      const page = await client.listTransactions?.(null, from)
      const listed = page?.ok === true ? page.snapshots : []
      const captured = listed.find((one) => one.providerTransactionId === id)?.totals.capturedMinor
      expect(captured, from === null ? 'whole list' : 'changes').toBe(100_000)
    }
  })

  it('that changed shows the payment of a later capture, however old it is (E4)', async () => {
    const createdAt = new Date(Date.now() - 5 * 86_400_000).toISOString()
    const id = await createPayment({ createdAt })
    const since = new Date(Date.now() - 60_000)
    await actInPortal(id, { operation: 'capture' })
    await settings({ linkedInList: false })
    const page = await clientOf().listTransactions?.(null, since)
    if (page?.ok !== true) throw new Error('there is no list')
    const listed = page.snapshots.map((one) => [
      one.providerTransactionId,
      one.totals.capturedMinor,
    ])
    expect(listed).toEqual([[id, 100_000]])
  })

  it('reads no payment by itself once it has shown that it brings along what refers to it (E4)', async () => {
    for (const status of statuses) await createPayment({ status })
    const client = clientOf({ currency: 'EUR' })
    await listAll(client)
    await listAll(client)
    const calls = await sandbox.calls()
    expect(calls.filter(({ operation }) => operation === 'read')).toEqual([])
  })

  it('stays within the reads that are allowed: a limit is a wait, and no payment is unread (E4)', async () => {
    await settings({ linkedInList: false, queriesPerMinute: 2 })
    const ids = [await createPayment({ status: 'CAPTURED' }), await createPayment()]
    const client = clientOf({ queriesPerMinute: 2 })
    for (let round = 0; round < 2; round += 1) {
      expect((await listAll(client)).snapshots).toHaveLength(2)
    }
    const wait = { ok: false, waitMs: expect.any(Number) as number }
    expect(await client.listTransactions?.(null, null)).toMatchObject(wait)
    expect(await clientOf().listTransactions?.(null, null)).toMatchObject(wait)
    const fresh = await createPayment()
    const page = await clientOf().listTransactions?.(null, null)
    if (page?.ok !== true) throw new Error('there is no list')
    expect(page).toMatchObject({ snapshots: [{ providerTransactionId: fresh }], malformed: [] })
    expect(page).toMatchObject({ waitMs: expect.any(Number) as number })
    await settings({ queriesPerMinute: null })
    const rest = await clientOf().listTransactions?.(page.next, null)
    const listed = rest?.ok === true ? rest.snapshots.map((one) => one.providerTransactionId) : []
    expect(listed.toSorted()).toEqual(ids.toSorted())
  })
})

describe('OPPWA: a listed payment about which the provider does not respond', () => {
  it('does not stop the others, and is reported (A1)', async () => {
    await settings({ linkedInList: false })
    const ids = [await createPayment(), await createPayment(), await createPayment()]
    await sandbox.fault({
      match: { operation: 'read', transactionId: ids[1] },
      times: null,
      action: { type: 'status', status: 503 },
    })
    const { snapshots, malformed } = await listAll(clientOf())
    const listed = snapshots.map((one) => one.providerTransactionId)
    expect(listed).toEqual(expect.arrayContaining([ids[0], ids[2]]))
    expect(malformed).toMatchObject([{ providerTransactionId: ids[1], isUnavailable: true }])
  })
})

describe('OPPWA: payments by a reference', () => {
  it('are all that the reference leads to, in every channel, and by their id too (E8)', async () => {
    const reference = 'order-1001'
    const ids = [
      await createPayment({ reference, status: 'DECLINED' }),
      await createPayment({ reference }),
      await createPayment({ reference, accountId: SECOND_ENTITY }),
    ]
    const client = clientOf({ otherEntityId: SECOND_ENTITY })
    const found = await client.findPayments?.(reference)
    expect(found?.ok === true ? found.ids.toSorted() : found).toEqual(ids.toSorted())
    const [id = ''] = ids
    expect(await client.findPayments?.(id)).toEqual({ ok: true, ids: [id] })
    expect(await client.findPayments?.('never-used')).toMatchObject({ problem: 'not_found' })
  })
})

describe('OPPWA: an uncertain result (900.100.300)', () => {
  it('is an event of unknown result, which takes what it may have taken (E6)', async () => {
    const id = await createPayment({ status: 'CAPTURED', amount: 9_200 })
    await actInPortal(id, { operation: 'refund', amount: 4_000, code: '900.100.300' })
    const snapshot = await read(id)
    expect(snapshot.events.at(-1)).toMatchObject({
      kind: 'refund',
      state: 'unknown',
      error: { code: '900.100.300' },
    })
    expect(refundable(snapshot)).toMatchObject({ maxMinor: 5_200 })
  })
})

describe('OPPWA: a chargeback', () => {
  it.each(['000.100.110', '000.100.207', '000.100.230'])(
    'counts as money gone, and is called by its name, with the code %s (E7, E12)',
    async (code) => {
      const id = await createPayment({ isDebit: true, amount: 9_200 })
      await actInPortal(id, { operation: 'chargeback', code })
      const snapshot = await read(id)
      expect(snapshot.totals).toMatchObject({ capturedMinor: 9_200, refundedMinor: 9_200 })
      expect(snapshot.events.at(-1)).toMatchObject({
        kind: 'chargeback',
        providerKind: 'CB',
        state: 'succeeded',
      })
      expect(refundable(snapshot)).toMatchObject({ allowed: false })
      await actInPortal(id, { operation: 'chargeback-reversal', code })
      const won = await read(id)
      expect(won.totals.refundedMinor).toBe(0)
      expect(won.events.at(-1)?.kind).toBe('chargeback_reversal')
    },
  )

  it('in doubt is pending, so that its money is not refunded as well (E7)', async () => {
    const id = await createPayment({ isDebit: true, amount: 9_200 })
    await actInPortal(id, { operation: 'chargeback', amount: 9_000, code: '800.100.150' })
    const snapshot = await read(id)
    expect(snapshot.events.at(-1)).toMatchObject({ kind: 'chargeback', state: 'pending' })
    expect(refundable(snapshot)).toMatchObject({ maxMinor: 200 })
  })
})

describe('OPPWA: an account with one capture only', () => {
  it('takes several receipts of a prepayment, as the fact sheet says (E10)', async () => {
    await settings({ multipleCaptures: false })
    const client = clientOf({ multipleCaptures: false })
    const id = await createPayment({ method: 'oppwa.prepayment', amount: 10_000 })
    for (const amountMinor of [2_500, 7_500]) {
      const sent = await client.send(command(id, { kind: 'confirm_receipt', amountMinor }))
      expect(sent.result.outcome).toBe('succeeded')
    }
    const { totals } = await read(id)
    expect(totals).toMatchObject({ capturedMinor: 10_000, releasedMinor: 0 })
  })
})
