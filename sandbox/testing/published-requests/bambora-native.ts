import type { PublishedRequest, PublishedRequests } from './published-request'

const API = 'Host: api.bambora.com'
const AUTH = 'Host: auth.bambora.com'
const CLIENT = 'Authorization: Basic bmF0aXZlLWRlbW86bmF0aXZlLWRlbW8tc2VjcmV0'
const PAYMENT = { reference: 'order-1001', amount: 10_000, currency: 'NOK' }
const PATH = '/v1/merchants/T555000111/payments/order-1001/'

/** As the documented examples for the shell send it. */
const SHELL = ['User-Agent: curl/7.88.1', 'Accept: */*', 'API-Version: 1']

/** As the documented examples in Python send it. */
const PYTHON = [
  'User-Agent: python-requests/2.32.0',
  'Accept-Encoding: gzip, deflate',
  'Accept: */*',
  'Connection: keep-alive',
  'API-Version: 1',
]

const BEARER = 'Authorization: Bearer {token}'
const JSON_BODY = 'Content-Type: application/json'

/** The scopes of the examples, with what stands between two of them. */
function scopes(between: string): string {
  return ['cancel_payment', 'capture_payment', 'read_payment', 'refund_payment'].join(between)
}

const TOKENS: readonly PublishedRequest[] = [
  ['the shell, blanks as they are', `scope=${scopes(' ')}`],
  ['the page, blanks as %20', `scope=${scopes('%20')}`],
  ['a library, blanks as +', `scope=${scopes('+')}`],
  ['Python, a field for each scope', `scope=${scopes('&scope=')}`],
].map(([where = '', scope = '']) => {
  const body = `grant_type=client_credentials&${scope}`
  return {
    title: `documented example: a token, as in ${where}`,
    section: '3',
    head: [
      'POST /connect/token HTTP/1.1',
      AUTH,
      'User-Agent: curl/7.88.1',
      'Accept: */*',
      CLIENT,
      `Content-Length: ${body.length}`,
      'Content-Type: application/x-www-form-urlencoded',
    ],
    body,
    answer: { status: 200, body: { token_type: 'Bearer' } },
  }
})

const READS: readonly PublishedRequest[] = [
  {
    title: 'documented example: a payment',
    section: '6.1',
    head: [`GET ${PATH} HTTP/1.1`, API, ...SHELL, BEARER],
    body: '',
    given: PAYMENT,
    answer: { status: 200, body: { external_id: 'order-1001', state: 'Authorized' } },
  },
  {
    title: 'client with small letters: a payment whose reference has to be encoded',
    section: '2, 13 no. 2',
    head: [
      'GET /v1/merchants/T555000111/payments/ordre%2F1%20%25%20%C3%A6rlig/ HTTP/1.1',
      'host: api.bambora.com',
      'api-version: 1',
      'authorization: Bearer {token}',
    ],
    body: '',
    given: { ...PAYMENT, reference: 'ordre/1 % ærlig' },
    answer: { status: 200, body: { external_id: 'ordre/1 % ærlig' } },
  },
  {
    title: 'client without the last slash: a payment',
    section: '2, 13 no. 1',
    head: [`GET ${PATH.slice(0, -1)} HTTP/1.1`, API, ...SHELL, BEARER],
    body: '',
    given: PAYMENT,
    answer: { status: 404, body: { type: 'about:blank', status: 404 } },
  },
  {
    title: 'client without the version: a payment',
    section: '13 no. 3',
    head: [`GET ${PATH} HTTP/1.1`, API, BEARER],
    body: '',
    given: PAYMENT,
    answer: { status: 400, body: { type: 'about:blank', status: 400 } },
  },
]

const OPERATIONS: readonly PublishedRequest[] = [
  {
    title: 'documented example: capture of the whole',
    section: '7.1',
    head: [
      `POST ${PATH}capture/ HTTP/1.1`,
      API,
      ...PYTHON,
      BEARER,
      'Content-Length: 36',
      JSON_BODY,
    ],
    body: '{"amount": 10000, "currency": "NOK"}',
    given: PAYMENT,
    answer: {
      status: 201,
      body: { state: 'Captured', operations: [{}, { type: 'Capture', amount: 10_000 }] },
    },
  },
  {
    title: 'documented example: capture of a part, with a comment',
    section: '7.1',
    head: [`POST ${PATH}capture/ HTTP/1.1`, API, ...SHELL, BEARER, JSON_BODY, 'Content-Length: 59'],
    body: '{ "amount": 6000, "currency": "NOK", "comment": "pakke 1" }',
    given: PAYMENT,
    answer: {
      status: 201,
      body: { operations: [{}, { type: 'Capture', amount: 6_000, comment: 'pakke 1' }] },
    },
  },
  ...[
    ['its currency left out', '{"amount": 2000}', 2_000],
    ['nothing named', '', 10_000],
  ].map(([what, body, amount]) => ({
    title: `documented example: capture with ${what}, where that is taken`,
    section: '7.1',
    head: [
      `POST ${PATH}capture/ HTTP/1.1`,
      API,
      ...SHELL,
      BEARER,
      JSON_BODY,
      `Content-Length: ${String(body).length}`,
    ],
    body: String(body),
    given: PAYMENT,
    settings: { leftOut: 'everything' },
    answer: { status: 201, body: { operations: [{}, { type: 'Capture', amount }] } },
  })),
  {
    title: 'documented example: capture with its currency left out, where that is refused',
    section: '7.1',
    head: [`POST ${PATH}capture/ HTTP/1.1`, API, ...SHELL, BEARER, JSON_BODY, 'Content-Length: 16'],
    body: '{"amount": 2000}',
    given: PAYMENT,
    answer: { status: 400, body: { type: 'about:blank', status: 400 } },
  },
  {
    title: 'documented example: refund of a part',
    section: '7.3',
    head: [`POST ${PATH}refund/ HTTP/1.1`, API, ...PYTHON, BEARER, 'Content-Length: 62', JSON_BODY],
    body: '{"amount": 2500, "currency": "NOK", "comment": "returned mug"}',
    given: { ...PAYMENT, status: 'Captured' },
    answer: {
      status: 201,
      body: { state: 'Refunded', operations: [{}, {}, { type: 'Refund', amount: 2_500 }] },
    },
  },
  {
    title: 'documented example: cancel without a body or its length',
    section: '7.2',
    head: [`POST ${PATH}cancel/ HTTP/1.1`, API, ...SHELL, BEARER, JSON_BODY],
    body: '',
    given: PAYMENT,
    answer: { status: 201, body: { state: 'Canceled', operations: [{}, { type: 'Cancel' }] } },
  },
  {
    title: 'documented example: cancel with a comment',
    section: '7.2',
    head: [`POST ${PATH}cancel/ HTTP/1.1`, API, ...PYTHON, BEARER, 'Content-Length: 31', JSON_BODY],
    body: '{"comment": "customer request"}',
    given: PAYMENT,
    answer: { status: 201, body: { state: 'Canceled' } },
  },
  {
    title: 'documented example: refund before a capture',
    section: '8',
    head: [`POST ${PATH}refund/ HTTP/1.1`, API, ...PYTHON, BEARER, 'Content-Length: 35', JSON_BODY],
    body: '{"amount": 2500, "currency": "NOK"}',
    given: PAYMENT,
    answer: { status: 422, body: { status: 422, title: 'Invalid payment state transition' } },
  },
]

/** Requests to Bambora Native, composed from its fact sheet; names and texts are invented. */
export const BAMBORA_NATIVE: PublishedRequests = {
  provider: 'bambora-native',
  mounts: { 'api.bambora.com': '/bambora-native', 'auth.bambora.com': '/bambora-native' },
  requests: [...TOKENS, ...READS, ...OPERATIONS],
}
