import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import { Agent, request, type Dispatcher } from 'undici'
import { projectFolder } from '@/scripts/project'
import type { Door } from './sign-in'

const ACTION = { file: 'transactions/[id]/actions.ts', name: 'captureTransaction' }
const RESPONSE_LIMIT_MS = 60_000

interface Manifest {
  readonly node: Readonly<Record<string, { filename?: string; exportedName?: string }>>
}

/** The id under which the build of a project folder takes calls of the capture. */
export function captureActionId(folder = projectFolder): string {
  const file = path.join(folder, '.next', 'server', 'server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  for (const [id, { filename, exportedName }] of Object.entries(node)) {
    if (exportedName === ACTION.name && filename?.endsWith(ACTION.file)) return id
  }
  throw new Error(`The build has no server action ${ACTION.name}.`)
}

/** An authorized payment as its page shows it. */
export interface OpenPayment {
  readonly id: string
  readonly moneyRevision: string
  readonly currency: string
  /** What is left to capture. */
  readonly amountMinor: number
}

/** What the action answered: the state of the operation. */
export interface Captured {
  readonly state: string
  readonly headers: IncomingHttpHeaders
}

/** Captures payments by calling the server action over HTTP, as the page does in the browser. */
export class CaptureAction {
  readonly #actionId: string
  readonly #dispatcher: Dispatcher
  readonly #url: string
  readonly #origin: string

  constructor({ url, origin = url, dispatcher }: Door, actionId = captureActionId()) {
    this.#url = url
    this.#origin = origin
    this.#actionId = actionId
    this.#dispatcher = dispatcher ?? new Agent({ connections: 128, pipelining: 1 })
  }

  /** Captures everything that is left. Throws when the action does not tell an operation's state. */
  async capture(
    payment: OpenPayment,
    cookie: string,
    operationId: string = randomUUID(),
  ): Promise<Captured> {
    const { id, currency, amountMinor, moneyRevision } = payment
    const input = {
      operationId,
      transactionId: id,
      currency,
      expectedRevision: moneyRevision,
      choice: { mode: 'all', amountMinor },
      label: null,
    }
    const { headers, statusCode, body } = await request(`${this.#url}/transactions/${id}`, {
      method: 'POST',
      dispatcher: this.#dispatcher,
      headersTimeout: RESPONSE_LIMIT_MS,
      bodyTimeout: RESPONSE_LIMIT_MS,
      headers: {
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
        cookie,
        'next-action': this.#actionId,
        'next-router-state-tree': routerState(id),
        origin: this.#origin,
      },
      body: JSON.stringify([input]),
    })
    return { headers, state: stateIn(await body.text(), statusCode) }
  }
}

/** The router state that the browser sends for the open page. */
function routerState(paymentId: string): string {
  const page = [['id', paymentId, 'd', null], { children: ['__PAGE__', {}] }]
  const tree = [
    '',
    { children: ['(backoffice)', { children: ['transactions', { children: page }] }] },
  ]
  return encodeURIComponent(JSON.stringify([...tree, null, null]))
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
