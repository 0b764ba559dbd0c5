import type { LoggedCall } from '../calls/call-log'
import type { TransactionTotals } from '../dintero/control/list-totals'
import type { Transaction } from '../dintero/transaction'
import type { SandboxOptions } from '../options'
import { startSandbox } from '../server'

export const ANCHOR = new Date('2026-03-01T10:00:00.000Z')
export const DEMO = { id: 'paydesk-demo', secret: 'paydesk-demo-secret', account: 'T11112222' }
export const READER = { ...DEMO, id: 'paydesk-reader', secret: 'paydesk-reader-secret' }
export const OTHER = {
  id: 'paydesk-other',
  secret: 'paydesk-other-secret',
  account: 'T33334444',
}

/** A response with its body parsed where it is JSON. */
export interface TestResponse<Body = unknown> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Body
}

/** A sandbox on a free port, with the calls that tests make to it. */
export class TestSandbox {
  private constructor(
    readonly url: string,
    readonly notices: readonly string[],
    private readonly stop: () => Promise<void>,
  ) {}

  /** Starts one, by default in memory and without sample data. */
  static async start(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
    const sandbox = await startSandbox({ port: 0, dataDir: null, seed: false, ...options })
    return new TestSandbox(sandbox.url, sandbox.notices, () => sandbox.close())
  }

  close(): Promise<void> {
    return this.stop()
  }

  /** A client of Dintero's protocol that holds a token. */
  async signIn(client: typeof DEMO = DEMO): Promise<ApiClient> {
    const got = await this.requestToken(client)
    return new ApiClient(`${this.url}/dintero/v1`, got.body.access_token)
  }

  /** Requests a token. */
  requestToken(
    client: typeof DEMO,
    body: unknown = {
      grant_type: 'client_credentials',
      audience: `https://api.dintero.com/v1/accounts/${client.account}`,
    },
  ): Promise<TestResponse<{ access_token: string; expires_in: number; token_type: string }>> {
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64')
    return call(`${this.url}/dintero/v1/accounts/${client.account}/auth/token`, 'POST', body, {
      authorization: `Basic ${basic}`,
    })
  }

  /** A call of the control API; throws unless it succeeds. */
  async control<Body = unknown>(method: string, path: string, body?: unknown): Promise<Body> {
    const got = await call<Body>(`${this.url}/control/${path}`, method, body)
    if (got.status >= 300) throw new Error(`${path}: ${got.status} ${got.text}`)
    return got.body
  }

  createTransaction(options: object = {}): Promise<Transaction> {
    return this.control('POST', 'dintero/transactions', options)
  }

  /** The transaction as the ledger holds it. */
  truth(id: string): Promise<Transaction> {
    return this.control('GET', `dintero/transactions/${id}`)
  }

  async totals(id: string): Promise<TransactionTotals> {
    const all = await this.control<TransactionTotals[]>('GET', 'dintero/totals')
    const found = all.find((one) => one.id === id)
    if (!found) throw new Error(`no totals of ${id}`)
    return found
  }

  calls(): Promise<LoggedCall[]> {
    return this.control('GET', 'calls')
  }

  async configure(set: object): Promise<void> {
    await this.control('PUT', 'dintero/settings', set)
  }

  async fault(plan: object): Promise<void> {
    await this.control('POST', 'faults', plan)
  }
}

/** Calls of one API client. */
export class ApiClient {
  constructor(
    private readonly base: string,
    readonly token: string,
  ) {}

  get<Body = Transaction>(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<TestResponse<Body>> {
    return this.call('GET', path, undefined, headers)
  }

  list(query: string): Promise<TestResponse<Transaction[]>> {
    return this.get(`/transactions?${query}`)
  }

  read(id: string, query = ''): Promise<TestResponse<Transaction>> {
    return this.get(`/transactions/${id}${query}`)
  }

  operate(
    id: string,
    operation: 'capture' | 'refund' | 'void' | 'authorization',
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestResponse<Transaction>> {
    return this.call('POST', `/transactions/${id}/${operation}`, body, headers)
  }

  call<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestResponse<Body>> {
    return call(`${this.base}${path}`, method, body, {
      authorization: `Bearer ${this.token}`,
      ...headers,
    })
  }
}

/** One HTTP call. A body that is text is sent unchanged. */
export async function call<Body = unknown>(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<TestResponse<Body>> {
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') && text !== ''
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as Body,
  }
}

/** Waits until a condition holds; fails after four seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const endMs = Date.now() + 4000
  while (!(await condition())) {
    if (Date.now() > endMs) throw new Error('the condition did not come true in time')
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
