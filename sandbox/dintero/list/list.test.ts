import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestSandbox, type ApiClient } from '../../testing/test-sandbox'

let sandbox: TestSandbox
let api: ApiClient
const ids: Record<string, string> = {}

beforeAll(async () => {
  sandbox = await TestSandbox.start()
  api = await sandbox.signIn()
  const allOptions: Record<string, object> = {
    old: { createdAt: '2026-01-10T23:30:00Z', amount: 10000, status: 'CAPTURED' },
    card: { createdAt: '2026-01-11T08:00:00Z', amount: 20000, method: 'payex.creditcard' },
    euro: {
      createdAt: '2026-01-12T08:00:00Z',
      amount: 30000,
      currency: 'EUR',
      reference: 'Abc-77',
    },
    refunded: { createdAt: '2026-01-13T08:00:00Z', amount: 40000, status: 'REFUNDED' },
    billie: { createdAt: '2026-01-14T08:00:00Z', method: 'klarna.billie', reference2: 'SO-5' },
    payout: { createdAt: '2026-01-15T08:00:00Z', metadata: { payout_correlation_id: 'P-1' } },
  }
  for (const [name, options] of Object.entries(allOptions))
    ids[name] = (await sandbox.createTransaction(options)).id
})
afterAll(() => sandbox.close())

async function found(query: string): Promise<string[]> {
  const got = await api.list(query)
  expect(got.status).toBe(200)
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  return got.body.map((one) => names.get(one.id) ?? one.id)
}

const ALL = ['payout', 'billie', 'refunded', 'euro', 'card', 'old']

describe('sandbox Dintero: the list', () => {
  it('is a bare array, newest first', async () => {
    expect(await found('')).toEqual(ALL)
  })

  it.each([
    ['status=CAPTURED', ['old']],
    ['status=CAPTURED&status=REFUNDED', ['refunded', 'old']],
    ['status=CAPTURED&currency=EUR', []],
    ['payment_product=payex', ['card']],
    [
      'payment_product_type=klarna.billie&payment_product_type=payex.creditcard',
      ['billie', 'card'],
    ],
    ['merchant_reference=Abc-77', ['euro']],
    ['merchant_reference=abc-77', []],
    ['merchant_reference_2=SO-5', ['billie']],
    ['currency=EUR', ['euro']],
    ['amount=20000', ['card']],
    ['amount.gte=20000&amount.lte=30000', ['euro', 'card']],
    ['payout_correlation_id=P-9,P-1', ['payout']],
    ['created_at.gte=2026-01-13T08:00:00Z', ['payout', 'billie', 'refunded']],
    ['created_at.lte=2026-01-11T08:00:00Z', ['card', 'old']],
    ['created_at.lte=2026-01-11T07:59:59', ['old']],
    ['created_at.lte=2026-01-11T08:30:00%2B01:00', ['old']],
    ['captured_at.gte=2026-01-13', ['refunded']],
    ['captured_at.lte=2026-01-12', ['old']],
    ['refunded_at.gte=2026-01-01', ['refunded']],
    ['search=aBC-7', ['euro']],
    ['search=so-5', ['billie']],
    ['search=nobody', []],
    ['card_brand=Visa', []],
  ])('filters by %s', async (query, names) => {
    expect(await found(query)).toEqual(names)
  })

  it('moves an upper bound that is only a date by a day, but no lower one', async () => {
    expect(await found('created_at.lte=2026-01-10')).toEqual(['old'])
    expect(await found('created_at.lte=2026-01-10T00:00:00Z')).toEqual([])
    expect(await found('created_at.gte=2026-01-15')).toEqual(['payout'])
  })

  it('finds by repeated ids, session, customer name and phone', async () => {
    const { old, euro } = ids
    expect(await found(`id=${old}&id=${euro}`)).toEqual(['euro', 'old'])
    const session = (await api.read(euro ?? '')).body.session_id
    expect(await found(`session_id=${session}`)).toEqual(['euro'])
    expect(await found(`search=${session.slice(3)}`)).toEqual(['euro'])
    expect(await found('search=test%20kunde')).toEqual(ALL)
    expect(await found('search=40000100&limit=2')).toEqual(ALL.slice(0, 2))
    expect(await found('customer_id=c-1&limit=1')).toEqual(['payout'])
  })
})

describe('sandbox Dintero: a list query', () => {
  it.each(['newest-first', 'oldest-first', 'random'])(
    'has all pages in the order %s',
    async (listOrder) => {
      await sandbox.configure({ listOrder })
      const seenIds: string[] = []
      for (let cursor = ''; ;) {
        const page = await found(`limit=4${cursor}`)
        seenIds.push(...page)
        if (page.length < 4) break
        cursor = `&starting_after=${ids[page.at(-1) ?? '']}`
      }
      await sandbox.configure({ listOrder: 'newest-first' })
      if (listOrder === 'newest-first') expect(seenIds).toEqual(ALL)
      if (listOrder === 'oldest-first') expect(seenIds).toEqual(ALL.toReversed())
      expect(seenIds.toSorted()).toEqual(ALL.toSorted())
    },
  )

  it('has a default limit of ten', async () => {
    const { ids: many } = await sandbox.control<{ ids: string[] }>('POST', 'dintero/transactions', {
      count: 120,
      accountId: 'T33334444',
      reference: 'BULK',
    })
    const other = await sandbox.signIn({
      id: 'paydesk-other',
      secret: 'paydesk-other-secret',
      account: 'T33334444',
    })
    expect((await other.list('')).body.length).toBe(10)
    const page = (await other.list('limit=100')).body
    expect(page.map((one) => one.id)).toEqual(many.toReversed().slice(0, 100))
    expect(page[0]?.merchant_reference).toBe('BULK-120')
  })

  it.each(['limit=0', 'limit=101', 'limit=x', 'starting_after=T11112222.unknown'])(
    'refuses %s, or is empty according to the setting',
    async (query) => {
      expect((await api.list(query)).status).toBe(400)
      await sandbox.configure({ badCursor: 'empty-list' })
      expect(await found(query)).toEqual([])
      await sandbox.configure({ badCursor: 'refuse' })
    },
  )

  it.each(['amount=1.5', 'amount.gte=x', 'created_at.gte=yesterday', 'status=captured'])(
    'refuses %s',
    async (query) => {
      const got = await api.list(query)
      expect(got.status).toBe(400)
      expect(got.body).toHaveProperty('error.message')
    },
  )

  it('omits failed events and request headers unless they are requested', async () => {
    const { id } = await sandbox.createTransaction({ behaviour: 'refuse-capture-200', amount: 777 })
    await api.operate(id, 'capture', { amount: 777 }, { 'dintero-system-name': 'test' })
    const plain = (await api.list('amount=777')).body[0]
    expect(plain?.events.map((event) => event.success)).toEqual([true, true, false])
    expect(plain?.events[2]?.request_headers).toBeUndefined()
    const query = 'amount=777&includes=events.success.true&includes=events.request_headers'
    expect((await api.list(query)).body[0]?.events).toHaveLength(2)
    const full = (await api.read(id, '?includes=events.request_headers&includes=session')).body
    expect(full.events[2]?.request_headers).toMatchObject({ 'dintero-system-name': 'test' })
    expect(full).toHaveProperty('session.order.amount', 777)
  })

  it('shows the session with its addresses, its configuration and known event names (G4)', async () => {
    const { id } = await sandbox.createTransaction({ method: 'klarna.klarna', amount: 778 })
    const { body } = await api.read(id, '?includes=session.events.latest')
    expect(body).toMatchObject({
      session: {
        url: { return_url: expect.stringMatching(/^https:/) },
        configuration: { klarna: { klarna: { enabled: true } } },
        events: [{ name: 'AUTHORIZED' }],
      },
    })
  })
})
