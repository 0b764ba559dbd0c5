import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'undici'
import { inProject } from '@/scripts/project'
import { AMOUNT_MINOR, CURRENCY, type Payment } from './payments'

const ACTION = { file: 'transactions/[id]/actions.ts', name: 'captureTransaction' }
const RESPONSE_LIMIT_MS = 60_000

interface Manifest {
  readonly node: Readonly<Record<string, { filename?: string; exportedName?: string }>>
}

/** The id under which this build takes calls of the capture. */
function captureActionId(): string {
  const file = inProject('.next', 'server', 'server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  for (const [id, { filename, exportedName }] of Object.entries(node)) {
    if (exportedName === ACTION.name && filename?.endsWith(ACTION.file)) return id
  }
  throw new Error(`The build has no server action ${ACTION.name}.`)
}

/** Captures payments by calling the server action over HTTP, as the page does in the browser. */
export class ServerAction {
  readonly #agent = new Agent({ connections: 128, pipelining: 1 })
  readonly #actionId = captureActionId()

  constructor(private readonly url: string) {}

  /** Captures everything that is left; returns the operation's state. */
  async capture(payment: Payment, cookie: string): Promise<string> {
    const input = {
      operationId: randomUUID(),
      transactionId: payment.id,
      currency: CURRENCY,
      expectedRevision: payment.moneyRevision,
      choice: { mode: 'all', amountMinor: AMOUNT_MINOR },
      label: null,
    }
    const response = await request(`${this.url}/transactions/${payment.id}`, {
      method: 'POST',
      dispatcher: this.#agent,
      headersTimeout: RESPONSE_LIMIT_MS,
      bodyTimeout: RESPONSE_LIMIT_MS,
      headers: {
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
        cookie,
        'next-action': this.#actionId,
        'next-router-state-tree': routerState(payment.id),
        origin: this.url,
      },
      body: JSON.stringify([input]),
    })
    return stateIn(await response.body.text(), response.statusCode)
  }
}

/** The router state that the browser sends for the open page. */
function routerState(paymentId: string): string {
  const page = [['id', paymentId, 'd'], { children: ['__PAGE__', {}] }]
  const tree = [
    '',
    { children: ['(backoffice)', { children: ['transactions', { children: page }] }] },
  ]
  return encodeURIComponent(JSON.stringify([...tree, null, null, true]))
}

/** The response is a stream of rows; row 1 is the return value of the action. */
function stateIn(body: string, status: number): string {
  const row = body.split('\n').find((line) => line.startsWith('1:'))
  const responseBody = row === undefined ? null : (JSON.parse(row.slice(2)) as ActionResult)
  if (responseBody?.ok === true) return responseBody.value.state
  throw new Error(`The action answered HTTP ${status}: ${body.slice(0, 500)}`)
}

type ActionResult =
  { readonly ok: true; readonly value: { readonly state: string } } | { readonly ok: false }
