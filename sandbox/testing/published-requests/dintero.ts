import type { PublishedRequest, PublishedRequests } from './published-request'

const ID = 'T11112222.5kQ2vXw9Yb3Zt7LmNp4RsA'
const BASIC = 'cGF5ZGVzay1kZW1vOnBheWRlc2stZGVtby1zZWNyZXQ='

/** As the shop's plugin sends its calls: small letters, and the identification headers. */
const PLUGIN = [
  'Host: checkout.dintero.com',
  'User-Agent: WordPress/6.5; https://shop.example',
  'authorization: Bearer {token}',
  'content-type: application/json; charset=utf-8',
  'accept: application/json',
  'dintero-system-name: woocommerce',
  'dintero-system-version: 9.1.0',
  'dintero-system-plugin-name: Example.Checkout',
  'dintero-system-plugin-version: 1.0.0',
  'Connection: close',
]

/** As a library in Python sends its calls. */
const PYTHON = [
  'Host: checkout.dintero.com',
  'User-Agent: python-requests/2.32.0',
  'Accept-Encoding: gzip, deflate',
  'Accept: */*',
  'Connection: keep-alive',
  'Authorization: Bearer {token}',
  'Dintero-System-Name: python-application',
  'Content-Type: application/json',
]

const SWEATER = { line_id: '1', id: 'SKU-1', description: 'Genser', quantity: 2, amount: 80_000 }
const SHIPPING = { line_id: 'frakt', description: 'Frakt', quantity: 1, amount: 20_000 }
const ORDER = { id: ID, amount: 100_000, items: [SWEATER, SHIPPING] }
/** An order of which a hundredth is in no line. */
const ROUNDED = { id: ID, amount: 100_000, items: [SWEATER, { ...SHIPPING, amount: 19_999 }] }

const TOKENS: readonly PublishedRequest[] = [
  {
    title: 'shop plugin: a token, with slashes escaped',
    section: '2.1',
    head: [
      'POST /v1/accounts/T11112222/auth/token HTTP/1.1',
      'Host: checkout.dintero.com',
      `Authorization: Basic ${BASIC}`,
      'Content-Type: application/json; charset=utf-8',
      'Accept: application/json',
      'Content-Length: 99',
    ],
    body: String.raw`{"grant_type":"client_credentials","audience":"https:\/\/api.dintero.com\/v1\/accounts\/T11112222"}`,
    answer: { status: 200, body: { token_type: 'Bearer', expires_in: 14_400 } },
  },
  {
    title: 'library for Node: a token, the account as user of the audience',
    section: '2.1',
    head: [
      'POST /v1/accounts/T11112222/auth/token HTTP/1.1',
      'host: api.dintero.com',
      'connection: keep-alive',
      `authorization: Basic ${BASIC}`,
      'content-type: application/json',
      'accept: */*',
      'content-length: 104',
    ],
    body: '{"grant_type":"client_credentials","audience":"https://T11112222@api.dintero.com/v1/accounts/T11112222"}',
    answer: { status: 200, body: { token_type: 'Bearer' } },
  },
]

const READS: readonly PublishedRequest[] = [
  {
    title: 'shop plugin: one transaction, with its session',
    section: '5.1',
    head: [
      `GET /v1/transactions/${ID}?includes=session&includes=session.events.latest HTTP/1.1`,
      ...PLUGIN,
    ],
    body: '',
    given: ORDER,
    answer: {
      status: 200,
      body: { id: ID, status: 'AUTHORIZED', session: { events: [{ name: 'AUTHORIZED' }] } },
    },
  },
  {
    title: 'library in Python: list by ids that are repeated',
    section: '4',
    head: [`GET /v1/transactions?id=${ID}&id=T11112222.none&limit=100 HTTP/1.1`, ...PYTHON],
    body: '',
    given: ORDER,
    answer: { status: 200, body: [{ id: ID }] },
  },
  {
    title: 'library for Node: list by states and time',
    section: '4',
    head: [
      'GET /v1/transactions?status=AUTHORIZED&status=CAPTURED' +
        '&created_at.gte=2020-01-01T00%3A00%3A00.000Z&limit=10 HTTP/1.1',
      'host: checkout.dintero.com',
      'authorization: Bearer {token}',
    ],
    body: '',
    given: ORDER,
    answer: { status: 200, body: [{ id: ID }] },
  },
  {
    title: 'shop plugin: a token that has expired',
    section: '2.4, 16.7',
    head: [
      `GET /v1/transactions/${ID} HTTP/1.1`,
      'Host: checkout.dintero.com',
      'authorization: Bearer abc.def.ghi',
    ],
    body: '',
    answer: { status: 401, body: { error: { message: 'Unauthorized' } } },
  },
]

const CAPTURES: readonly PublishedRequest[] = [
  {
    title: 'shop plugin: capture of the whole by line, with letters escaped',
    section: '8.1',
    head: [`POST /v1/transactions/${ID}/capture HTTP/1.1`, ...PLUGIN, 'Content-Length: 303'],
    body:
      '{"capture_reference":"1042","amount":100000,"items":[' +
      '{"id":"SKU-1","line_id":"1","description":"Genser","quantity":2,"amount":80000,"vat_amount":16000,"vat":25},' +
      String.raw`{"id":"frakt","line_id":"frakt","description":"Kj\u00f8retur 1\/1","quantity":1,"amount":20000,"vat_amount":4000,"vat":25,"type":"shipping"}]}`,
    given: ORDER,
    answer: { status: 200, body: { id: ID, status: 'CAPTURED', amount: 100_000 } },
  },
  {
    title: 'library in Python: capture of a part by line',
    section: '8.1',
    head: [`POST /v1/transactions/${ID}/capture HTTP/1.1`, ...PYTHON, 'Content-Length: 110'],
    body: '{"amount": 40000, "capture_reference": "pakke 1", "items": [{"line_id": "1", "amount": 40000, "quantity": 1}]}',
    given: ORDER,
    answer: { status: 200, body: { status: 'PARTIALLY_CAPTURED', amount: 100_000 } },
  },
  {
    title: 'shop module: capture by amount, with a field that is not known',
    section: '8.1',
    head: [`POST /v1/transactions/${ID}/capture HTTP/1.1`, ...PYTHON, 'Content-Length: 92'],
    body: '{"id":"T11112222.5kQ2vXw9Yb3Zt7LmNp4RsA","amount":100000,"capture_reference":"Ordre ærlig"}',
    given: ORDER,
    answer: { status: 200, body: { status: 'CAPTURED' } },
  },
  ...(
    [
      ['accept', { status: 200, body: { status: 'CAPTURED' } }],
      ['refuse', { status: 400, body: { error: { message: 'invalid_items' } } }],
    ] as const
  ).map(([unknownLine, answer]) => ({
    title: `shop plugin: capture with a line rounding-fee that the order lacks (G3), by the setting ${unknownLine}`,
    section: '8.1 rule 3',
    head: [`POST /v1/transactions/${ID}/capture HTTP/1.1`, ...PLUGIN, 'Content-Length: 336'],
    body:
      '{"capture_reference":"1043","amount":100000,"items":[' +
      '{"id":"SKU-1","line_id":"1","description":"Genser","quantity":2,"amount":80000},' +
      '{"id":"frakt","line_id":"frakt","description":"Frakt","quantity":1,"amount":19999},' +
      '{"id":"rounding-fee","line_id":"rounding-fee","description":"Rounding","quantity":1,"amount":1,"vat_amount":0,"vat":0}]}',
    given: ROUNDED,
    settings: { unknownLine },
    answer,
  })),
]

const CHANGES: readonly PublishedRequest[] = [
  {
    title: 'shop plugin: refund by line, its reference named as one of a capture',
    section: '8.2',
    head: [`POST /v1/transactions/${ID}/refund HTTP/1.1`, ...PLUGIN, 'Content-Length: 148'],
    body:
      '{"capture_reference":"1042","amount":20000,"reason":"","items":[' +
      '{"id":"frakt","line_id":"frakt","description":"Frakt","quantity":1,"amount":20000}]}',
    given: { ...ORDER, status: 'CAPTURED' },
    answer: { status: 200, body: { status: 'PARTIALLY_REFUNDED' } },
  },
  {
    title: 'library in Python: refund of everything by amount',
    section: '8.2',
    head: [`POST /v1/transactions/${ID}/refund HTTP/1.1`, ...PYTHON, 'Content-Length: 69'],
    body: '{"amount": 100000, "reason": "Angret", "refund_reference": "retur-1"}',
    given: { ...ORDER, status: 'CAPTURED' },
    answer: { status: 200, body: { status: 'REFUNDED' } },
  },
  ...(
    [
      ['nothing', '', { status: 200, body: { status: 'AUTHORIZATION_VOIDED' } }],
      ['{}', '{}', { status: 200, body: { status: 'AUTHORIZATION_VOIDED' } }],
      ['null, as before it was mended,', 'null', { status: 400, body: { error: {} } }],
    ] as const
  ).map(([what, body, answer]) => ({
    title: `shop plugin: void with ${what} as its body`,
    section: '8.3',
    head: [
      `POST /v1/transactions/${ID}/void HTTP/1.1`,
      ...PLUGIN,
      `Content-Length: ${body.length}`,
    ],
    body,
    given: ORDER,
    answer,
  })),
  {
    title: 'shop plugin: the second reference',
    section: '5.2',
    head: [`PUT /v1/transactions/${ID} HTTP/1.1`, ...PLUGIN, 'Content-Length: 31'],
    body: '{"merchant_reference_2":"1042"}',
    given: ORDER,
    answer: { status: 200, body: { merchant_reference_2: '1042' } },
  },
]

/** Requests to Dintero, composed from its fact sheet; names and texts are invented. */
export const DINTERO: PublishedRequests = {
  provider: 'dintero',
  mounts: { 'checkout.dintero.com': '/dintero', 'api.dintero.com': '/dintero' },
  requests: [...TOKENS, ...READS, ...CAPTURES, ...CHANGES],
}
