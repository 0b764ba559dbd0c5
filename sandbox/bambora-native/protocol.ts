import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ProviderResponse, Directives } from '../calls/response'
import { acceptAnyBody, bodyOf, peekField } from '../calls/body'
import type { CallFacts } from '../calls/call-log'
import { runCall, type CallSpec } from '../calls/run-call'
import { refusalOfAccess } from './access/authenticate'
import { issueToken } from './access/issue-token'
import type { Scope } from './accounts'
import { alterBody } from './alter-body'
import type { Entry } from './state'
import { errorBody, plainProblem, problem } from './errors'
import { operate } from './money/operate'
import { parseMoneyRequest } from './money/request'
import type { Native } from './native'
import { MONEY_OPERATIONS } from './payment'
import { viewOf } from './view'

const PAYMENT = '/v1/merchants/:merchant/payments/:id/'
const REFERENCE_LENGTH = 2_000

type Work = (request: FastifyRequest, directives: Directives) => ProviderResponse
type PaymentWork = (
  entry: Entry,
  request: FastifyRequest,
  directives: Directives,
) => ProviderResponse

interface PaymentParams {
  readonly merchant: string
  readonly id: string
}

/** Adds the protocol of both hosts, the API's and the token host (fact sheet §2, §5). */
export function mountProtocol(app: FastifyInstance, native: Native): void {
  acceptAnyBody(app)
  mount(app, native, 'POST', '/connect/token', 'token', (request) => issueToken(native, request))
  mount(
    app,
    native,
    'GET',
    PAYMENT,
    'read',
    onPayment(native, 'read_payment', (entry) => ({
      status: 200,
      body: viewOf(native.visible(entry), native.state.settings, native.now()),
      effect: false,
    })),
  )
  for (const operation of MONEY_OPERATIONS) {
    const work = onPayment(native, `${operation}_payment`, (entry, request, directives) => {
      const body = bodyOf(request)
      const isJson = request.headers['content-type']?.startsWith('application/json')
      if (body.kind !== 'none' && !isJson) return plainProblem(415)
      const parsed = parseMoneyRequest(operation, body, native.state.settings)
      return 'refusal' in parsed ? parsed.refusal : operate(native, entry, parsed, directives)
    })
    mount(app, native, 'POST', `${PAYMENT}${operation}/`, operation, work)
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    if (native.state.settings.missingSlash === 'redirect' && !path.endsWith('/')) {
      return reply.redirect(`${path}/`, 301)
    }
    return reply.code(404).type('application/problem+json').send(errorBody(404))
  })
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    return reply.code(status).send(errorBody(status))
  })
}

/**
 * Wraps a handler that needs the version header, a token with the scope, and an existing payment.
 */
function onPayment(native: Native, scope: Scope, work: PaymentWork): Work {
  return (request, directives) => {
    const { merchant, id } = request.params as PaymentParams
    if (request.headers['api-version'] !== '1') {
      return plainProblem(400, 'The header API-Version is missing.')
    }
    const wanted = { merchantId: merchant, scope }
    const refusal = refusalOfAccess(native, request.headers, wanted, directives)
    if (refusal) return refusal
    if (id.length > REFERENCE_LENGTH) return plainProblem(400, 'The reference is too long.')
    const entry = native.state.find(merchant, id)
    return entry
      ? work(entry, request, directives)
      : problem('payment_not_found', 'Check the reference.', native.state.settings)
  }
}

function mount(
  app: FastifyInstance,
  native: Native,
  method: 'GET' | 'POST',
  url: string,
  operation: string,
  carryOut: Work,
): void {
  const describe = (request: FastifyRequest) => factsOf(request, operation)
  const spec: CallSpec = { describe, carryOut, alterBody, errorBody }
  app.route({
    method,
    url,
    handler: (request, reply) => runCall(native.runtime, spec, request, reply),
  })
}

function factsOf(request: FastifyRequest, operation: string): CallFacts {
  const { id } = request.params as { id?: string }
  const body = bodyOf(request)
  const amount = peekField(body, 'amount')
  const comment = peekField(body, 'comment')
  return {
    provider: 'bambora-native',
    operation,
    method: request.method,
    path: request.url.split('?')[0] ?? request.url,
    ...(id !== undefined && { transactionId: id }),
    ...(typeof comment === 'string' && { reference: comment }),
    ...(typeof amount === 'number' && { amountMinor: amount }),
  }
}
