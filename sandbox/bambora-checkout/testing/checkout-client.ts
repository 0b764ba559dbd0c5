import { call, type TestResponse, type TestSandbox } from '../../testing/test-sandbox'
import { DEMO_MERCHANT } from '../accounts'
import type { Payment } from '../payment'

export const DEMO_USER = {
  accessToken: 'paydesk-demo',
  secretToken: 'paydesk-demo-secret',
  merchantNumber: DEMO_MERCHANT,
}

interface Meta {
  readonly result: boolean
  readonly message: { readonly merchant: string }
  readonly action: { readonly source: string; readonly code: string } | null
  readonly paging: {
    readonly lastevaluatedkey: string | null
    readonly itemsreturned: number
  } | null
}

export interface WireTransaction {
  readonly id: string
  readonly status: string
  readonly candelete: boolean
  readonly createddate: string
  readonly available: { readonly capture: number; readonly credit: number }
  readonly total: { readonly captured: number; readonly credited: number }
}

export interface WireOperation {
  readonly id: string
  readonly idvalue?: number
  readonly action: string
  readonly subaction: string
  readonly status: string
  readonly amount: number
  readonly transactionoperations: readonly WireOperation[]
}

export interface CheckoutBody {
  readonly meta: Meta
  readonly transaction: WireTransaction
  readonly transactions: readonly WireTransaction[]
  readonly transactionoperations: readonly WireOperation[]
  readonly invoices: readonly { readonly type: string; readonly lines: readonly object[] }[]
}

/** Calls to Bambora Checkout's part of a sandbox, as one API user makes them. */
export class CheckoutClient {
  constructor(
    private readonly sandbox: TestSandbox,
    private readonly user: typeof DEMO_USER = DEMO_USER,
  ) {}

  get(path: string): Promise<TestResponse<CheckoutBody>> {
    return this.send('GET', path)
  }

  /** Posts to the transaction host. */
  operate(
    id: string,
    action: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TestResponse<CheckoutBody>> {
    return this.send('POST', `transaction/transactions/${id}/${action}`, body, headers)
  }

  async read(id: string): Promise<WireTransaction> {
    return (await this.get(`merchant/transactions/${id}`)).body.transaction
  }

  async history(id: string): Promise<readonly WireOperation[]> {
    const got = await this.get(`merchant/transactions/${id}/transactionoperations`)
    return got.body.transactionoperations
  }

  createPayment(options: object = {}): Promise<Payment> {
    return this.sandbox.control('POST', 'bambora-checkout/transactions', options)
  }

  async configure(set: object): Promise<void> {
    await this.sandbox.control('PUT', 'bambora-checkout/settings', set)
  }

  send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TestResponse<CheckoutBody>> {
    const { accessToken, secretToken, merchantNumber } = this.user
    const basic = Buffer.from(`${accessToken}@${merchantNumber}:${secretToken}`).toString('base64')
    return call(`${this.sandbox.url}/bambora-checkout/${path}`, method, body, {
      ...headers,
      authorization: `Basic ${basic}`,
    })
  }
}
