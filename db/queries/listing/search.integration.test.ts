import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { captureEvent } from '@/testing/capture-event'
import { addOperation } from '@/testing/operation-row'
import { countNewer } from './count-newer'
import { findExactTransaction } from './find-exact'
import { EVERYTHING } from '@/lib/domain/listing/list-filter'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

interface Customer {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

const customer = ({ name, email, phone }: Customer): TransactionSnapshot['customer'] => ({
  name: name ?? null,
  email: email ?? null,
  phone: phone ?? null,
  customerId: null,
  isBusiness: false,
})

const ofAmount = (amountMinor: number, currency: string) => ({
  amountMinor,
  currency,
  totals: { authorizedMinor: amountMinor, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 },
})

/** The order references of what a search finds, all pages of it. */
async function find(search: string, anywhere = false): Promise<readonly (string | null)[]> {
  const found: (string | null)[] = []
  let cursor: string | null = null
  do {
    const page = await listTransactions(payments.database, {
      scope: 'all',
      search,
      anywhere,
      cursor,
    })
    found.push(...page.rows.map(({ orderReference }) => orderReference))
    cursor = page.next
  } while (cursor !== null)
  return found
}

describe('search: amounts as pages write them (C1)', () => {
  beforeAll(async () => {
    await payments.add({ orderReference: 'krona', ...ofAmount(1500, 'ISK') })
    await payments.add({ orderReference: 'fifteen', ...ofAmount(1500, 'NOK') })
    await payments.add({ orderReference: 'yen', ...ofAmount(1000, 'JPY') })
    await payments.add({ orderReference: 'dinar', ...ofAmount(10_505, 'KWD') })
    await payments.add({ orderReference: 'franc', ...ofAmount(1050, 'CHF') })
    await payments.add({ orderReference: 'thousands', ...ofAmount(1_050_500, 'NOK') })
    await payments.add({ orderReference: 'euro', ...ofAmount(124_900, 'EUR') })
    await payments.add({ orderReference: 'kroner', ...ofAmount(124_900, 'SEK') })
  })

  it.each([
    ['1500', ['krona']],
    ['1 500', ['krona']],
    ['ISK 1500', ['krona']],
    ['1500 ISK', ['krona']],
    ['ISK\u00a01,500', ['krona']],
    ['1\u202f500 kr', ['krona']],
    ['1.500 kr.', ['krona']],
    ['15.00', ['fifteen']],
    ['kr 15,00', ['fifteen']],
    ['JPY 1,000', ['yen']],
    ['¥1000', ['yen']],
    ['JP¥1,000', ['yen']],
    ['KWD 10.505', ['dinar']],
    ['10,505 KWD', ['dinar']],
    ['10.505', ['thousands', 'dinar']],
    ['CHF 10.50', ['franc']],
    ['10,50 CHF', ['franc']],
    ['1 249,00', ['kroner', 'euro']],
    ['1 249,00 kr', ['kroner']],
    ['€1,249.00', ['euro']],
    ['1249,-', ['kroner', 'euro']],
  ])('%s', async (typed, references) => {
    expect(await find(typed)).toEqual(expect.arrayContaining(references))
    expect(await find(typed)).toHaveLength(references.length)
  })

  it.each([
    [{ minTenThousandths: 14_990_000, maxTenThousandths: 15_010_000 }, ['krona']],
    [{ minTenThousandths: 105_040, maxTenThousandths: 105_060 }, ['dinar']],
  ])(
    'a filter by amount counts in whole units, whatever the currency: %j',
    async (filter, found) => {
      const { rows } = await listTransactions(payments.database, { scope: 'all', ...filter })
      expect(rows.map(({ orderReference }) => orderReference)).toEqual(found)
    },
  )
})

describe('search: what looks the same is found (C3)', () => {
  beforeAll(async () => {
    await payments.add({ orderReference: 'WEB-90017', customer: customer({ name: 'Tor Dahl' }) })
    await payments.add({ orderReference: 'MAIL\u2011\u200e80\u200b026' })
    await payments.add({ orderReference: 'ＷＩＤＥ－７０４' })
    await payments.add({
      orderReference: 'HARA-1',
      customer: customer({ name: 'Pat O\u2019Hara', email: 'Pat\u200b@example.com' }),
    })
  })

  it.each([
    ['WEB\u201190017', 'WEB-90017'],
    ['\u200eWEB-90017\u200e', 'WEB-90017'],
    ['web-9\u200b0017', 'WEB-90017'],
    ['ＷＥＢ－９００１７', 'WEB-90017'],
    ['WEB\u221290017', 'WEB-90017'],
    ['\u2060Tor\u00a0Dahl', 'WEB-90017'],
    ['mail-80026', 'MAIL\u2011\u200e80\u200b026'],
    ['80026', 'MAIL\u2011\u200e80\u200b026'],
    ['wide-704', 'ＷＩＤＥ－７０４'],
    ["o'hara", 'HARA-1'],
    ['pat@example.com', 'HARA-1'],
  ])('%j', async (typed, reference) => {
    expect(await find(typed)).toEqual([reference])
    expect(await find(typed, true)).toEqual([reference])
  })

  it('an exact reference opens its payment, however it was copied', async () => {
    for (const typed of ['WEB\u201190017', '\u200bmail-80026', "'web-90017"]) {
      expect(await findExactTransaction(payments.database, 'all', typed)).not.toBeNull()
    }
  })
})

describe('search: phone numbers and names as people type them (C4)', () => {
  beforeAll(async () => {
    const add = (orderReference: string, phone: string, name: string) =>
      payments.add({ orderReference, customer: customer({ phone, name }) })
    await add('whole', '+4740000100', 'Kari Lie')
    await add('local', '41 22 33 44', 'Anna-Lie  von Berg')
    await add('sweden', '070-123 45 67', 'Bo Ek')
    await add('zeros', '0045 20 30 40 50', 'Ida Holm')
    await add('optional', '+46 (0)73 999 88 77', 'Ek, Siv')
  })

  it.each([
    ['40 00 01 00', 'whole'],
    ['400 00 100', 'whole'],
    ['40000100', 'whole'],
    ['+47 400 00 100', 'whole'],
    ['0047 40000100', 'whole'],
    ['(+47) 40 00 01 00', 'whole'],
    ['+47 412 23 344', 'local'],
    ['4122 3344', 'local'],
    ['+46 70 123 45 67', 'sweden'],
    ['+46 (0)70-123 45 67', 'sweden'],
    ['0701234567', 'sweden'],
    ['+45 20304050', 'zeros'],
    ['20 30 40', 'zeros'],
    ['073-999 88 77', 'optional'],
    ['kari  lie', 'whole'],
    ['Lie Kari', 'whole'],
    ['Lie, Kari', 'whole'],
    ['von berg anna-lie', 'local'],
    ['ek bo', 'sweden'],
    ['siv ek', 'optional'],
    ['Kari 40000100', 'whole'],
  ])('%s', async (typed, reference) => {
    expect(await find(typed)).toEqual([reference])
    expect(await find(typed, true)).toEqual([reference])
  })

  it('does not take the number of another country', async () => {
    expect(await find('+46 400 00 100')).toEqual([])
  })
})

describe('search: the last four digits of a card (C5)', () => {
  beforeAll(async () => {
    const add = (orderReference: string, value: string) =>
      payments.add({ orderReference, paymentDetails: [{ label: 'Number', value }] })
    await add('masked', '411111******4242')
    await add('dotted', '420000…4242')
    await add('ends-9994242', '510000******0001')
  })

  it.each(['4242', '•••• 4242', '**** **** **** 4242', 'XXXXXXXXXXXX4242'])('%s', async (typed) => {
    expect(await find(typed)).toEqual(expect.arrayContaining(['masked', 'dotted']))
  })

  it('finds them beside a reference that ends alike', async () => {
    expect(new Set(await find('4242'))).toEqual(new Set(['masked', 'dotted', 'ends-9994242']))
    expect(await find('0001')).toEqual(['ends-9994242'])
  })
})

describe('search: the reference typed with an operation (H6)', () => {
  it('finds its payment, as typed and as we sent it, and counts it as newer', async () => {
    const transactionId = await payments.add({ orderReference: 'shipped' })
    const id = '01990000-0000-7000-8000-00000000abcd'
    const ours = 'pd-0199000000007000800000000000abcd'
    await addOperation(payments.database, transactionId, {
      id,
      reference: `DHL 77\u2011Z9 ${ours}`,
    })
    expect(await find('dhl 77-z9')).toEqual(['shipped'])
    expect(await find('77-z9')).toEqual([])
    expect(await findExactTransaction(payments.database, 'all', `DHL 77-Z9 ${ours}`)).toBe(
      transactionId,
    )
    expect(await findExactTransaction(payments.database, 'all', ours)).toBe(transactionId)
    const list = {
      ...EVERYTHING,
      scope: 'all',
      search: 'DHL 77-Z9',
      timeZone: 'UTC',
      now: new Date(),
    } as const
    const before = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' }
    expect(await countNewer(payments.database, list, before)).toBe(1)
  })

  it('finds the payment by the reference of an event made elsewhere', async () => {
    const events = [captureEvent({ amountMinor: 100, reference: 'Parcel-5501' })]
    await payments.add({ orderReference: 'elsewhere', events })
    expect(await find('Parcel-5501')).toEqual(['elsewhere'])
  })
})
