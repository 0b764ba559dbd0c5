import { call, type TestResponse, type TestSandbox } from '../../testing/test-sandbox'
import { DEMO_ENTITY, DEMO_TOKEN } from '../channels'
import type { Settings } from '../settings'

/** A payment, an operation or a report in a response. */
export interface WireEntry {
  readonly id?: string
  readonly referencedId?: string
  readonly paymentType?: string
  readonly amount?: string
  readonly merchantTransactionId?: string
  readonly customParameters?: Readonly<Record<string, string>>
  readonly result: {
    readonly code: string
    readonly parameterErrors?: readonly { readonly name: string; readonly value: string | null }[]
  }
  readonly payments?: readonly WireEntry[]
}

export type Fields = Readonly<Record<string, string>>

/** Calls to the platform's part of a sandbox, as the demo's channel makes them. */
export class OppwaClient {
  constructor(private readonly sandbox: TestSandbox) {}

  /** Posts a form. */
  post(path: string, fields: Fields): Promise<TestResponse<WireEntry>> {
    const form = new URLSearchParams({ entityId: DEMO_ENTITY, ...fields })
    return this.send('POST', path, String(form))
  }

  /** An operation on an earlier payment. */
  operate(id: string, paymentType: string, amount?: string, more: Fields = {}) {
    const sum = amount === undefined ? {} : { amount, currency: 'EUR' }
    return this.post(`/v1/payments/${id}`, { paymentType, ...sum, ...more })
  }

  /** A payment by card. */
  pay(fields: Fields = {}): Promise<TestResponse<WireEntry>> {
    return this.post('/v1/payments', {
      paymentType: 'PA',
      amount: '92.00',
      currency: 'EUR',
      paymentBrand: 'VISA',
      'card.number': '4200000000000000',
      'card.holder': 'Jane Doe',
      'card.expiryMonth': '09',
      'card.expiryYear': '2030',
      ...fields,
    })
  }

  get(path: string, fields: Fields = {}): Promise<TestResponse<WireEntry>> {
    return this.send(
      'GET',
      `${path}?${String(new URLSearchParams({ entityId: DEMO_ENTITY, ...fields }))}`,
    )
  }

  /** A call with a form, or none; `token` is the demo's unless another one, or none, is given. */
  send(
    method: string,
    path: string,
    form?: string,
    token: string | null = DEMO_TOKEN,
  ): Promise<TestResponse<WireEntry>> {
    return call(`${this.sandbox.url}/oppwa${path}`, method, form, {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    })
  }

  /** Makes a payment of 100.00 and returns its id. */
  async create(options: object = {}): Promise<string> {
    const made = await this.sandbox.control<{ id: string }>('POST', 'oppwa/transactions', {
      amount: 100_00,
      ...options,
    })
    return made.id
  }

  async configure(set: Partial<Settings>): Promise<void> {
    await this.sandbox.control('PUT', 'oppwa/settings', set)
  }
}
