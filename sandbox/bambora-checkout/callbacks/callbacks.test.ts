import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { TestSandbox, until } from '../../testing/test-sandbox'
import { SEEDED_MD5_KEYS } from '../accounts'
import { CheckoutClient, DEMO_USER } from '../testing/checkout-client'
import { hashOf } from './callback-url'

let sandbox: TestSandbox
let api: CheckoutClient
let shop: Server
let shopUrl: string
let received: URL[]
let statuses: number[]
beforeAll(async () => {
  sandbox = await TestSandbox.start()
  api = new CheckoutClient(sandbox)
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  received = []
  statuses = []
  shop = createServer((request, response) => {
    received.push(new URL(request.url ?? '', shopUrl))
    response.writeHead(statuses.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
})
afterEach(() => new Promise((resolve) => shop.close(resolve)))

it('sandbox Bambora Checkout callback: has the signatures of the fact sheet’s vectors', () => {
  const first =
    'shoporder=77&txnid=25506297014116353&orderid=1001&reference=123456789012&amount=12550&currency=DKK&date=20240305&time=1427&feeid=4968250683&txnfee=0&paymenttype=2&cardno=415421XXXXXX0001&eci=05'
  const second =
    'txnid=25506297014116353&orderid=A%201%2F2&reference=123456789012&amount=990&currency=SEK&date=20240305&time=0905&feeid=4968250683&txnfee=0&paymenttype=3'
  const hash = (query: string) => hashOf([...new URLSearchParams(query).values()], 'TestMd5Key1')
  expect(hash(first)).toBe('5d1d111252e4a334c827579b20195e3b')
  expect(hash(second)).toBe('7eb044ba8661113cf93611a1dccf38f4')
})

it('sandbox Bambora Checkout callback: is sent after an authorization, with the shop’s parameters first', async () => {
  const { id } = await api.createPayment({
    callbackUrls: [`${shopUrl}/cb?shop=7`],
    reference: 'A 1/2',
  })
  await until(async () => Promise.resolve(received.length === 1))
  const all = [...(received[0]?.searchParams ?? [])]
  expect(all.slice(0, 3)).toEqual([
    ['shop', '7'],
    ['txnid', id],
    ['orderid', 'A 1/2'],
  ])
  const values = all.slice(0, -1).map(([, value]) => value)
  const key = SEEDED_MD5_KEYS[DEMO_USER.merchantNumber] ?? ''
  expect(all.at(-1)).toEqual(['hash', hashOf(values, key)])
})

it('sandbox Bambora Checkout callback: is not sent for declined payments, captures, credits and deletes', async () => {
  const callbackUrls = [shopUrl]
  await api.createPayment({ callbackUrls, status: 'declined' })
  const { id } = await api.createPayment({ callbackUrls, amount: 10 })
  await api.operate(id, 'capture', { amount: 10 })
  await api.operate(id, 'credit', { amount: 10 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(received).toHaveLength(1)
})

it('sandbox Bambora Checkout callback: is repeated until the response is exactly 200', async () => {
  await api.configure({ callbackPauseMs: 20 })
  statuses = [500, 204, 302]
  await api.createPayment({ callbackUrls: [shopUrl] })
  await until(async () => Promise.resolve(received.length === 4))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(received).toHaveLength(4)
  expect(new Set(received.map(String)).size).toBe(1)
})

it('sandbox Bambora Checkout callback: can be sent over the control API, repeated, forged or with an unsigned parameter', async () => {
  const { id } = await api.createPayment()
  const options = { url: shopUrl, times: 2, forged: true, trailing: true }
  const path = `bambora-checkout/transactions/${id}/webhook`
  expect(await sandbox.control('POST', path, options)).toEqual({ statuses: [200, 200] })
  expect([...(received[0]?.searchParams.keys() ?? [])].at(-1)).toBe('ui')
})
