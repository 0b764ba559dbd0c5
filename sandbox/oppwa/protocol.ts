import type { FastifyInstance } from 'fastify'
import type { ProviderResponse } from '../calls/response'
import { errorBody, parameterErrorResponse, resultResponse } from './responses'
import type { OppwaCall } from './call'
import { acceptForms, mountRoute, withChannel, type OppwaRoute } from './calls'
import type { Channel } from './channels'
import { KNOWN_CODES } from './codes/all-codes'
import { CODE, describeCode } from './codes/codes'
import { firstPayment } from './money/first-payment'
import { operate } from './money/operate'
import { readParameters } from './money/parameters'
import { registrationPayment } from './money/registration-payment'
import type { Oppwa } from './oppwa'
import type { PaymentType } from './payment'
import { findByReference, listLinked, readLinked, readOne } from './read/reports'

const FOLLOW_UPS: readonly PaymentType[] = ['CP', 'RF', 'RV', 'RB', 'RC', 'CB']

/** Adds the platform's HTTP protocol (fact sheet §3–§6). */
export function mountProtocol(app: FastifyInstance, oppwa: Oppwa): void {
  acceptForms(app)
  for (const route of routesOf(oppwa)) mountRoute(app, oppwa, route)
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody(404)))
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    return reply.code(status).send(errorBody(status))
  })
}

function routesOf(oppwa: Oppwa): OppwaRoute[] {
  type Read = (oppwa: Oppwa, channel: Channel, call: OppwaCall) => ProviderResponse
  const get = (url: string, read: Read): OppwaRoute => ({
    method: 'GET',
    url,
    carryOut: withChannel(oppwa, 'query', (channel, call) => read(oppwa, channel, call)),
  })
  const post = (
    url: string,
    handle: (channel: Channel, call: OppwaCall) => ProviderResponse,
  ): OppwaRoute => ({
    method: 'POST',
    url,
    carryOut: withChannel(oppwa, 'form', handle),
  })
  const first = (channel: Channel, { form }: OppwaCall): ProviderResponse =>
    firstPayment(oppwa, channel, form)
  return [
    post('/v1/payments', first),
    post('/v1/payments/', first),
    post('/v1/payments/:id', (channel, call) => followUp(oppwa, channel, call)),
    post('/v1/registrations/:id/payments', (channel, call) =>
      registrationPayment(oppwa, channel, call),
    ),
    get('/v1/payments', findByReference),
    get('/v1/payments/:id', readOne),
    get('/v1/query', findByReference),
    get('/v1/query/:id', readOne),
    get('/v3/query', listLinked),
    get('/v3/query/:id', readLinked),
    get('/v1/resultcodes', listCodes),
  ]
}

function followUp(oppwa: Oppwa, channel: Channel, call: OppwaCall): ProviderResponse {
  const read = readParameters(call.form, FOLLOW_UPS, oppwa.state.settings)
  if ('code' in read) return resultResponse(400, read.code, oppwa.now())
  if ('errors' in read) return parameterErrorResponse(read.errors, oppwa.now())
  return operate(oppwa, channel, call.id, { ...read.parameters, by: 'api' }, call.directives)
}

function listCodes(): ProviderResponse {
  const resultCodes = KNOWN_CODES.map((code) => ({
    code,
    description: describeCode(code),
  }))
  const result = { code: CODE.reportRead, description: describeCode(CODE.reportRead) }
  return { status: 200, body: { result, resultCodes }, effect: false }
}
