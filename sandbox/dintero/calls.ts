import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ProviderResponse, Directives } from '../calls/response'
import { bodyOf, peekField, type RequestBody } from '../calls/body'
import type { CallSpec } from '../calls/run-call'
import { runCall } from '../calls/run-call'
import { authenticate, type Caller } from './access/caller'
import { alterBody } from './alter-body'
import type { Dintero } from './dintero'
import { errorBody } from './errors'

/** Query parameters as received; a repeated one is a list. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

/** One received call, in the form that the operations of this provider need. */
export interface DinteroCall {
  readonly request: FastifyRequest
  /** Id of the call in its response and on its events. */
  readonly requestId: string
  readonly params: { readonly id: string; readonly aid: string }
  readonly query: Query
  readonly body: RequestBody
  readonly directives: Directives
}

/** One kind of call: its name, route and handler. */
export interface DinteroRoute {
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/v1`. */
  readonly url: string
  carryOut(call: DinteroCall): ProviderResponse
}

/** Wraps the handling of a call that needs a token of the given access. */
export function withCaller(
  dintero: Dintero,
  access: 'read' | 'write',
  handle: (caller: Caller, call: DinteroCall) => ProviderResponse,
): (call: DinteroCall) => ProviderResponse {
  return (call) => {
    const checked = authenticate(dintero, call.request.headers, access, call.directives)
    return 'refusal' in checked ? checked.refusal : handle(checked.caller, call)
  }
}

/** Adds one kind of call to the server. */
export function mountRoute(app: FastifyInstance, dintero: Dintero, route: DinteroRoute): void {
  const spec: CallSpec = {
    describe: (request) => describe(request, route.operation),
    carryOut: (request, directives) => {
      const requestId = randomUUID()
      const response = route.carryOut({
        request,
        requestId,
        params: request.params as DinteroCall['params'],
        query: request.query as Query,
        body: bodyOf(request),
        directives,
      })
      return { ...response, headers: { ...response.headers, 'request-id': requestId } }
    },
    alterBody,
    errorBody,
  }
  app.route({
    method: route.method,
    url: `/v1${route.url}`,
    handler: (request, reply) => runCall(dintero.runtime, spec, request, reply),
  })
}

function describe(request: FastifyRequest, operation: string): ReturnType<CallSpec['describe']> {
  const { url, method } = request
  const queryStart = url.indexOf('?')
  const body = bodyOf(request)
  const amount = peekField(body, 'amount')
  const references = ['capture_reference', 'refund_reference', 'reference', 'merchant_reference_2']
  const reference = references.map((name) => peekField(body, name)).find((one) => one !== undefined)
  const transactionId = (request.params as { id?: string }).id
  return {
    provider: 'dintero',
    operation,
    method,
    path: queryStart < 0 ? url : url.slice(0, queryStart),
    ...(transactionId !== undefined && { transactionId }),
    ...(typeof reference === 'string' && { reference }),
    ...(typeof amount === 'number' && { amountMinor: amount }),
  }
}

/** All values of a parameter. */
export function valuesOf(query: Query, name: string): readonly string[] {
  const value = query[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** The first value of a parameter. */
export function valueOf(query: Query, name: string): string | undefined {
  return valuesOf(query, name)[0]
}
