import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ProviderResponse, Directives } from '../calls/response'
import { bodyOf, peekField, type RequestBody } from '../calls/body'
import { runCall, type CallSpec } from '../calls/run-call'
import { authenticate } from './access'
import type { ApiUser } from './accounts'
import { alterBody } from './alter-body'
import type { Checkout } from './checkout'
import type { Entry } from './entry'
import { errorBody, failure, NOT_FOUND, type BodyKey } from './meta'
import { toRawJson } from './read/wire'

/** One received call of an API user. */
export interface CheckoutCall {
  readonly user: ApiUser
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly body: RequestBody
  /** The caller's reference, kept with the operation for the control API only. */
  readonly callerReference: string | undefined
  readonly directives: Directives
}

const REFERENCE_HEADER = 'x-sandbox-reference'

/** One kind of call: its name, route and handler. */
export interface CheckoutRoute {
  readonly operation: string
  readonly method: 'GET' | 'POST'
  /** Begins with the service, which stands for one of Bambora's hosts. */
  readonly url: string
  carryOut(call: CheckoutCall): ProviderResponse
}

/** Wraps the handling of a call about one payment of the caller; `key` is what it answers with. */
export function withEntry(
  checkout: Checkout,
  handle: (entry: Entry, call: CheckoutCall) => ProviderResponse,
  key?: BodyKey,
): (call: CheckoutCall) => ProviderResponse {
  return (call) => {
    const entry = checkout.state.find(call.user.merchantNumber, call.params['id'] ?? '')
    return entry ? handle(entry, call) : failure(checkout.state.settings, NOT_FOUND, key)
  }
}

/** Adds one kind of call to the server. */
export function mountRoute(app: FastifyInstance, checkout: Checkout, route: CheckoutRoute): void {
  const spec: CallSpec = {
    describe: (request) => describe(request, route.operation),
    carryOut: (request, directives) => {
      const caller = authenticate(checkout, request.headers, directives)
      const response =
        'refusal' in caller
          ? caller.refusal
          : route.carryOut({
              user: caller.user,
              params: request.params as CheckoutCall['params'],
              query: request.query as CheckoutCall['query'],
              body: bodyOf(request),
              callerReference: request.headers[REFERENCE_HEADER]?.toString(),
              directives,
            })
      return {
        ...response,
        body: response.body === undefined ? undefined : toRawJson(response.body),
      }
    },
    alterBody,
    errorBody,
  }
  app.route({
    method: route.method,
    url: route.url,
    handler: (request, reply) => runCall(checkout.runtime, spec, request, reply),
  })
}

function describe(request: FastifyRequest, operation: string): ReturnType<CallSpec['describe']> {
  const { url, method } = request
  const amount = peekField(bodyOf(request), 'amount')
  const transactionId = (request.params as { id?: string }).id
  return {
    provider: 'bambora-checkout',
    operation,
    method,
    path: url.split('?')[0] ?? url,
    ...(transactionId !== undefined && { transactionId }),
    ...(typeof amount === 'number' && { amountMinor: amount }),
  }
}
