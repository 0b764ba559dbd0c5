import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ProviderResponse } from '../calls/response'
import type { CallFacts } from '../calls/call-log'
import { runCall, type CallSpec } from '../calls/run-call'
import { authenticate } from './access'
import type { OppwaCall } from './call'
import { alterBody } from './alter-body'
import { errorBody } from './responses'
import type { Channel } from './channels'
import type { Oppwa } from './oppwa'
import { parseWireAmount } from './payment'

/** One kind of call: its route and handler. */
export interface OppwaRoute {
  readonly method: 'GET' | 'POST'
  readonly url: string
  carryOut(call: OppwaCall): ProviderResponse
}

/** Wraps the handling of a call by a channel, which a POST names in its form, a GET in its query. */
export function withChannel(
  oppwa: Oppwa,
  source: 'form' | 'query',
  handle: (channel: Channel, call: OppwaCall) => ProviderResponse,
): (call: OppwaCall) => ProviderResponse {
  return (call) => {
    const checked = authenticate(oppwa, call, call[source])
    return 'refusal' in checked ? checked.refusal : handle(checked.channel, call)
  }
}

/** Adds one kind of call to the server. */
export function mountRoute(app: FastifyInstance, oppwa: Oppwa, route: OppwaRoute): void {
  const spec: CallSpec = {
    describe: (request) => describe(oppwa, request),
    carryOut: (request, directives) =>
      route.carryOut({
        request,
        id: idOf(request),
        query: queryOf(request),
        form: formOf(request),
        directives,
      }),
    alterBody,
    errorBody,
  }
  app.route({
    method: route.method,
    url: route.url,
    handler: (request, reply) => runCall(oppwa.runtime, spec, request, reply),
  })
}

/** Parses forms only; any other body counts as an empty form (fact sheet §3). */
export function acceptForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, text, done) => {
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    done(null, isForm === true ? text.toString() : '')
  })
}

function idOf(request: FastifyRequest): string {
  return (request.params as { readonly id?: string }).id ?? ''
}

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.split('?')[1] ?? '')
}

function formOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(typeof request.body === 'string' ? request.body : '')
}

const OPERATIONS: Readonly<Record<string, string>> = {
  CP: 'capture',
  RF: 'refund',
  RV: 'void',
  RB: 'rebill',
  RC: 'receipt',
  CD: 'credit',
}

function describe(oppwa: Oppwa, request: FastifyRequest): CallFacts {
  const { method } = request
  const form = formOf(request)
  const id = idOf(request)
  const transactionId = oppwa.state.payments.get(id)?.rootId ?? id
  const amount = parseWireAmount(form.get('amount') ?? '')
  const reference = form.get('merchantTransactionId') || null
  return {
    provider: 'oppwa',
    operation: method === 'GET' ? readName(id, queryOf(request)) : operationName(form),
    method,
    path: request.url.split('?')[0] ?? '',
    ...(transactionId !== '' && { transactionId }),
    ...(reference !== null && { reference }),
    ...(amount !== null && { amountMinor: amount }),
  }
}

function operationName(form: URLSearchParams): string {
  return OPERATIONS[form.get('paymentType') ?? ''] ?? 'payment'
}

function readName(id: string, query: URLSearchParams): string {
  if (id !== '') return 'read'
  return query.get('merchantTransactionId') ? 'find' : 'list'
}
