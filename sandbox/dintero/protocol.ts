import type { FastifyInstance } from 'fastify'
import type { ProviderResponse } from '../calls/response'
import { acceptAnyBody } from '../calls/body'
import { TokenIssuer } from './access/issue-token'
import type { Caller } from './access/caller'
import { parseAuthorizationRequest } from './authorization/request'
import { updateAuthorization } from './authorization/update-authorization'
import { callbackRoutes } from './callbacks/routes'
import { mountRoute, withCaller, type DinteroCall, type DinteroRoute } from './calls'
import type { Dintero } from './dintero'
import { errorResponse, errorBody, notFound } from './errors'
import { listTransactions } from './list/list-transactions'
import { operate, originOf } from './money/operate'
import { parseMoneyRequest } from './money/request'
import { labelTransaction } from './read/label-transaction'
import { readTransaction } from './read/read-transaction'
import type { MoneyOperation } from './transaction'

/** Adds Dintero's HTTP protocol; both of its hosts are the same here. */
export function mountProtocol(app: FastifyInstance, dintero: Dintero): void {
  acceptAnyBody(app)
  for (const route of [...routesOf(dintero), ...callbackRoutes(dintero)])
    mountRoute(app, dintero, route)
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(errorResponse(404, 'Not Found', 'NOT FOUND').body),
  )
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    return reply.code(status).send(errorBody(status))
  })
}

function routesOf(dintero: Dintero): DinteroRoute[] {
  const tokens = new TokenIssuer(dintero)
  return [
    {
      operation: 'token',
      method: 'POST',
      url: '/accounts/:aid/auth/token',
      carryOut: ({ request, params, body }) => tokens.issue(request, params.aid, body),
    },
    {
      operation: 'list',
      method: 'GET',
      url: '/transactions',
      carryOut: withCaller(dintero, 'read', (caller, { query }) =>
        listTransactions(dintero, caller.accountId, query),
      ),
    },
    {
      operation: 'read',
      method: 'GET',
      url: '/transactions/:id',
      carryOut: withCaller(dintero, 'read', (caller, { params, query }) =>
        readTransaction(dintero, caller.accountId, params.id, query),
      ),
    },
    {
      operation: 'label',
      method: 'PUT',
      url: '/transactions/:id',
      carryOut: withCaller(dintero, 'write', (caller, { params, body, directives }) =>
        labelTransaction(dintero, caller.accountId, params.id, body, directives),
      ),
    },
    moneyRoute(dintero, 'capture'),
    moneyRoute(dintero, 'refund'),
    moneyRoute(dintero, 'void'),
    {
      operation: 'authorization',
      method: 'POST',
      url: '/transactions/:id/authorization',
      carryOut: withCaller(dintero, 'write', (caller, call) =>
        changeAuthorization(dintero, caller, call),
      ),
    },
  ]
}

function moneyRoute(dintero: Dintero, operation: MoneyOperation): DinteroRoute {
  return {
    operation,
    method: 'POST',
    url: `/transactions/:id/${operation}`,
    carryOut: withCaller(dintero, 'write', (caller, call) => {
      const { request, requestId, params, body, directives } = call
      const entry = dintero.state.find(caller.accountId, params.id)
      if (!entry) return notFound
      const parsed = parseMoneyRequest(operation, body)
      if ('refusal' in parsed) return parsed.refusal
      return operate(
        dintero,
        entry,
        parsed,
        originOf(caller, request.headers, requestId),
        directives,
      )
    }),
  }
}

function changeAuthorization(
  dintero: Dintero,
  caller: Caller,
  { request, requestId, params, body, directives }: DinteroCall,
): ProviderResponse {
  const entry = dintero.state.find(caller.accountId, params.id)
  if (!entry) return notFound
  const parsed = parseAuthorizationRequest(body)
  if ('refusal' in parsed) return parsed.refusal
  const origin = originOf(caller, request.headers, requestId)
  return updateAuthorization(dintero, entry, parsed.request, origin, directives)
}
