import type { FastifyInstance } from 'fastify'
import { acceptAnyBody } from '../calls/body'
import { mountRoute, withEntry, type CheckoutRoute } from './calls'
import type { Checkout } from './checkout'
import { visiblePayment } from './entry'
import { errorBody, failure, NOT_FOUND, success } from './meta'
import { operate } from './money/operate'
import { parseMoneyRequest } from './money/request'
import type { MoneyAction } from './payment'
import { invoicesOf } from './read/invoices'
import { listPayments } from './read/list-payments'
import { listResponseCodes, readCurrency, readResponseCode } from './read/reference-data'
import { operationTree, operationView, transactionView } from './read/transaction-view'

/**
 * Adds Bambora Checkout's HTTP protocol. Each of its hosts is a folder here and answers only its
 * own paths (fact sheet §2, §14).
 */
export function mountProtocol(app: FastifyInstance, checkout: Checkout): void {
  acceptAnyBody(app)
  for (const route of routesOf(checkout)) mountRoute(app, checkout, route)
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody(404)))
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    return reply.code(status).send(errorBody(status))
  })
}

function routesOf(checkout: Checkout): CheckoutRoute[] {
  const { state } = checkout
  return [
    writeRoute(checkout, 'capture'),
    writeRoute(checkout, 'credit'),
    writeRoute(checkout, 'delete'),
    ...readRoutes(checkout),
    {
      operation: 'permissions',
      method: 'GET',
      url: '/login/merchant/functionpermissionsandfeatures',
      carryOut: () =>
        success(state.settings, {
          functionpermissions: [
            { name: 'function#expresscheckoutservice#v1#createpaymentrequest' },
          ],
          features: [],
        }),
    },
    {
      operation: 'response-codes',
      method: 'GET',
      url: '/data/responsecodes',
      carryOut: () => listResponseCodes(state.settings),
    },
    {
      operation: 'response-codes',
      method: 'GET',
      url: '/data/responsecodes/:source',
      carryOut: ({ params }) => listResponseCodes(state.settings, params['source']),
    },
    {
      operation: 'response-code',
      method: 'GET',
      url: '/data/responsecodes/:source/:code',
      carryOut: ({ params }) =>
        readResponseCode(state.settings, params['source'] ?? '', params['code'] ?? ''),
    },
    {
      operation: 'currency',
      method: 'GET',
      url: '/data/currencies/:code',
      carryOut: ({ params }) => readCurrency(state.settings, params['code'] ?? ''),
    },
  ]
}

function readRoutes(checkout: Checkout): CheckoutRoute[] {
  const { state } = checkout
  const url = '/merchant/transactions'
  return [
    {
      operation: 'list',
      method: 'GET',
      url,
      carryOut: ({ user, query }) => listPayments(checkout, user.merchantNumber, query),
    },
    {
      operation: 'read',
      method: 'GET',
      url: `${url}/:id`,
      carryOut: withEntry(
        checkout,
        (entry) => {
          const payment = visiblePayment(entry, checkout.now())
          return success(state.settings, { transaction: transactionView(payment, state.settings) })
        },
        'transaction',
      ),
    },
    {
      operation: 'history',
      method: 'GET',
      url: `${url}/:id/transactionoperations`,
      carryOut: withEntry(checkout, (entry) => {
        const payment = visiblePayment(entry, checkout.now())
        const transactionoperations = operationTree(payment, state.settings)
        return success(state.settings, { transactionoperations })
      }),
    },
    {
      operation: 'history-entry',
      method: 'GET',
      url: `${url}/:id/transactionoperations/:operationId`,
      carryOut: withEntry(
        checkout,
        (entry, { params }) => {
          const payment = visiblePayment(entry, checkout.now())
          const found = payment.operations.find(({ id }) => id === params['operationId'])
          if (!found) return failure(state.settings, NOT_FOUND, 'transactionoperation')
          const transactionoperation = operationView(payment, found, state.settings)
          return success(state.settings, { transactionoperation })
        },
        'transactionoperation',
      ),
    },
    {
      operation: 'invoices',
      method: 'GET',
      url: `${url}/:id/invoices`,
      carryOut: withEntry(
        checkout,
        (entry) => {
          const payment = visiblePayment(entry, checkout.now())
          return success(state.settings, { invoices: invoicesOf(payment) })
        },
        'invoices',
      ),
    },
  ]
}

function writeRoute(checkout: Checkout, action: MoneyAction): CheckoutRoute {
  return {
    operation: action,
    method: 'POST',
    url: `/transaction/transactions/:id/${action}`,
    carryOut: withEntry(checkout, (entry, { user, body, callerReference, directives }) => {
      const request = parseMoneyRequest(action, body, checkout.state.settings)
      if ('refusal' in request) return failure(checkout.state.settings, request.refusal)
      return operate(checkout, entry, request, { apiUser: user.email, callerReference }, directives)
    }),
  }
}
