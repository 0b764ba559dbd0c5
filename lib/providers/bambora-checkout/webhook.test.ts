import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readBamboraCheckoutWebhook } from './webhook'

const WITH_OWN =
  'shoporder=77&txnid=25506297014116353&orderid=1001&reference=123456789012&amount=12550&currency=DKK&date=20240305&time=1427&feeid=4968250683&txnfee=0&paymenttype=2&cardno=415421XXXXXX0001&eci=05&hash=5d1d111252e4a334c827579b20195e3b'
const ENCODED =
  'txnid=25506297014116353&orderid=A%201%2F2&reference=123456789012&amount=990&currency=SEK&date=20240305&time=0905&feeid=4968250683&txnfee=0&paymenttype=3&hash=7eb044ba8661113cf93611a1dccf38f4'
const SECRET = { accessToken: 'a', secretToken: 's', md5Key: 'TestMd5Key1' }

function read(query: string, secret: unknown = SECRET) {
  const request = {
    rawBody: Buffer.alloc(0),
    headers: {},
    query: new URLSearchParams(query),
    pathWithQuery: `/api/webhooks/bambora-checkout/1?${query}`,
    method: 'GET',
  }
  return readBamboraCheckoutWebhook(request, secret, new Date(0))
}

describe('Bambora Checkout: a callback', () => {
  it.each([
    ['with a parameter of the shop’s own in front', WITH_OWN, '1001'],
    ['with encoded values', ENCODED, 'A 1/2'],
    [
      'with its hash in capitals',
      ENCODED.replace(/hash=.*/, (hash) => hash.toUpperCase().replace('HASH', 'hash')),
      'A 1/2',
    ],
  ])('is verified %s', (_, query, orderReference) => {
    expect(read(query)).toMatchObject({
      ok: true,
      notice: { providerTransactionId: '25506297014116353', orderReference, sentAt: null },
    })
  })

  it('has the same id every time it comes, and another one when it is another', () => {
    const id = (query: string) => {
      const reading = read(query)
      return reading.ok ? reading.notice.deliveryId : null
    }
    expect(id(WITH_OWN)).toBe(id(`${WITH_OWN}&later=1`))
    expect(id(WITH_OWN)).not.toBe(id(ENCODED))
  })

  it.each([
    ['an amount was changed', WITH_OWN.replace('12550', '12551')],
    ['a parameter was added before the hash', WITH_OWN.replace('&hash', '&more=1&hash')],
    ['the hash is another one', WITH_OWN.slice(0, -1)],
  ])('is forged when %s', (_, query) => {
    expect(read(query)).toEqual({ ok: false, problem: 'forged' })
  })

  it('is forged where the connection keeps no key', () => {
    const { md5Key: _, ...without } = SECRET
    expect(read(WITH_OWN, without)).toEqual({ ok: false, problem: 'forged' })
  })

  it.each(['1x', '-1', '123456789012345678901', ' '])(
    'about the payment “%s” is malformed, though it is signed',
    (id) => {
      const hash = createHash('md5').update(`${id}${SECRET.md5Key}`).digest('hex')
      const query = new URLSearchParams({ txnid: id, hash }).toString()
      expect(read(query)).toEqual({ ok: false, problem: 'malformed' })
    },
  )

  it('ignores parameters that follow its hash', () => {
    expect(read(`${WITH_OWN}&txnid=7&orderid=other`)).toMatchObject({
      notice: { providerTransactionId: '25506297014116353', orderReference: '1001' },
    })
  })

  it.each([
    ['without a hash', WITH_OWN.replace(/&hash.*/, '')],
    ['about no payment', 'orderid=1&hash=5d1d111252e4a334c827579b20195e3b'],
    ['that is empty', ''],
  ])('%s is malformed', (_, query) => {
    expect(read(query)).toEqual({ ok: false, problem: 'malformed' })
  })
})
