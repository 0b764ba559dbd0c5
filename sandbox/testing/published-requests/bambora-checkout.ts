import type { PublishedRequest, PublishedRequests } from './published-request'

const ID = '25506297014116353'
const CALLER = 'Authorization: Basic cGF5ZGVzay1kZW1vQFQ3MDA4MDA5MDA6cGF5ZGVzay1kZW1vLXNlY3JldA=='

/** As the documented examples in PHP send it. */
const DOCUMENTED = ['Accept: application/json', CALLER]

/** As the shop's plugin sends it: a body on reads too, and the header that names the shop. */
const PLUGIN = [
  'Accept: application/json',
  CALLER,
  'X-EPay-System: WordPress/6.5 WooCommerce/9.1.0 Module/8.0.0 PHP/8.2',
]

const TRANSACTION = 'Host: transaction-v1.api-eu.bambora.com'
const MERCHANT = 'Host: merchant-v1.api-eu.bambora.com'
const JSON_BODY = 'Content-Type: application/json'

const PAYMENT = { id: ID, amount: 12_550, reference: '1001' }
const MUG = {
  id: 'SKU-1',
  linenumber: '1',
  quantity: 2,
  totalpriceinclvat: 10_000,
}
const SHIPPING = { id: 'shipping', linenumber: '2', quantity: 1, totalpriceinclvat: 2_500 }
const INVOICE = { id: ID, method: 'walley', currency: 'SEK', lines: [MUG, SHIPPING] }
const DONE = { status: 200, body: { meta: { result: true } } }

const READS: readonly PublishedRequest[] = [
  {
    title: 'shop plugin: the permissions, with an empty list as body',
    section: '3.1',
    head: [
      'GET /merchant/functionpermissionsandfeatures HTTP/1.1',
      'Host: login-v1.api-eu.bambora.com',
      JSON_BODY,
      'Content-Length: 2',
      ...PLUGIN,
    ],
    body: '[]',
    answer: {
      status: 200,
      body: {
        meta: { result: true },
        functionpermissions: [{ name: 'function#expresscheckoutservice#v1#createpaymentrequest' }],
      },
    },
  },
  {
    title: 'documented example: a transaction',
    section: '6.1',
    head: [
      `GET /transactions/${ID} HTTP/1.1`,
      MERCHANT,
      JSON_BODY,
      'Content-Length: 0',
      ...DOCUMENTED,
    ],
    body: '',
    given: PAYMENT,
    answer: {
      status: 200,
      body: { transaction: { id: ID, orderid: '1001', available: { capture: 12_550, credit: 0 } } },
    },
  },
  {
    title: 'shop plugin: the operations, with an empty list as body',
    section: '6.2',
    head: [
      `GET /transactions/${ID}/transactionoperations HTTP/1.1`,
      MERCHANT,
      JSON_BODY,
      'Content-Length: 2',
      ...PLUGIN,
    ],
    body: '[]',
    given: PAYMENT,
    answer: { status: 200, body: { transactionoperations: [{ action: 'authorize' }] } },
  },
  {
    title: 'documented example: the list, all its parameters present and most of them empty',
    section: '6.3',
    head: [
      'GET /transactions?exclusivestartkey=&pagesize=20&filters=&engine= HTTP/1.1',
      MERCHANT,
      ...DOCUMENTED,
    ],
    body: '',
    given: PAYMENT,
    answer: {
      status: 200,
      body: { transactions: [{ id: ID }], meta: { paging: { itemsreturned: 1 } } },
    },
  },
  {
    title: 'shop plugin: the reason behind a code',
    section: '9',
    head: [
      'GET /responsecodes/ePayEngine/113 HTTP/1.1',
      'Host: data-v1.api-eu.bambora.com',
      JSON_BODY,
      'Content-Length: 0',
      ...PLUGIN,
    ],
    body: '',
    answer: { status: 200, body: { responsecode: { source: 'ePayEngine', actioncode: '113' } } },
  },
  {
    title: 'documented example: credentials that are wrong',
    section: '5.3',
    head: [
      `GET /transactions/${ID} HTTP/1.1`,
      MERCHANT,
      'Accept: application/json',
      'Authorization: Basic YWNjZXNzdG9rZW5AbWVyY2hhbnRudW1iZXI6c2VjcmV0dG9rZW4=',
    ],
    body: '',
    given: PAYMENT,
    answer: { status: 401, body: { meta: { result: false } } },
  },
]

function write(action: string): readonly string[] {
  return [`POST /transactions/${ID}/${action} HTTP/1.1`, TRANSACTION]
}

const WRITES: readonly PublishedRequest[] = [
  {
    title: 'shop plugin: capture of the whole',
    section: '7.1',
    head: [...write('capture'), JSON_BODY, 'Content-Length: 33', ...PLUGIN],
    body: '{"amount":12550,"currency":"DKK"}',
    given: PAYMENT,
    answer: { status: 200, body: { meta: { result: true }, invoice: null } },
  },
  {
    title: 'documented guide: capture of all that is left, without a body',
    section: '7.1',
    head: [...write('capture'), JSON_BODY, 'Content-Length: 0', ...DOCUMENTED],
    body: '',
    given: { ...PAYMENT, captured: 5_000 },
    answer: DONE,
  },
  ...(['accept', 'refuse'] as const).map((amountAsText) => ({
    title: `documented example: capture of a part, its amount a text, by the setting ${amountAsText}`,
    section: '4, 7.1',
    head: [...write('capture'), JSON_BODY, 'Content-Length: 33', ...DOCUMENTED],
    body: '{"amount":"195","currency":"208"}',
    given: PAYMENT,
    settings: { amountAsText },
    answer: { status: 200, body: { meta: { result: amountAsText === 'accept' } } },
  })),
  {
    title: 'shop plugin: capture of an invoice by line',
    section: '7.1, 7.4',
    head: [...write('capture'), JSON_BODY, 'Content-Length: 540', ...PLUGIN],
    body:
      '{"amount":12500,"currency":"SEK","invoicelines":[' +
      '{"id":"SKU-1","linenumber":"1","description":"Kopp","text":"Kopp","quantity":2,"unit":"pcs.",' +
      '"unitprice":4000,"unitpriceinclvat":5000,"unitpricevatamount":1000,' +
      '"totalprice":8000,"totalpriceinclvat":10000,"totalpricevatamount":2000,"vat":25},' +
      '{"id":"shipping","linenumber":"2","description":"Shipping","text":"Shipping","quantity":1,"unit":"pcs.",' +
      '"unitprice":2000,"unitpriceinclvat":2500,"unitpricevatamount":500,' +
      '"totalprice":2000,"totalpriceinclvat":2500,"totalpricevatamount":500,"vat":25}]}',
    given: INVOICE,
    answer: DONE,
  },
  {
    title: 'shop plugin: credit of a whole line of an invoice',
    section: '7.2, 7.5',
    head: [...write('credit'), JSON_BODY, 'Content-Length: 298', ...PLUGIN],
    body:
      '{"amount":2500,"currency":"SEK","invoicelines":[' +
      '{"id":"shipping","linenumber":"2","description":"Shipping","text":"Shipping","quantity":1,"unit":"pcs.",' +
      '"unitprice":2000,"unitpriceinclvat":2500,"unitpricevatamount":500,' +
      '"totalprice":2000,"totalpriceinclvat":2500,"totalpricevatamount":500,"vat":25}]}',
    given: { ...INVOICE, captured: 12_500 },
    answer: { status: 200, body: { meta: { result: true }, creditnote: null } },
  },
  {
    title: 'shop plugin: credit of a part',
    section: '7.2',
    head: [...write('credit'), JSON_BODY, 'Content-Length: 29', ...PLUGIN],
    body: '{"amount":1,"currency":"DKK"}',
    given: { ...PAYMENT, captured: 5_000 },
    answer: DONE,
  },
  ...['', 'null', '[]', '{}'].map((body) => ({
    title: `clients: delete with ${body || 'nothing'} as its body`,
    section: '7.3',
    head: [...write('delete'), JSON_BODY, `Content-Length: ${body.length}`, ...PLUGIN],
    body,
    given: PAYMENT,
    answer: DONE,
  })),
]

const API = 'api-eu.bambora.com'

/** Requests to Bambora Checkout, composed from its fact sheet; names and texts are invented. */
export const BAMBORA_CHECKOUT: PublishedRequests = {
  provider: 'bambora-checkout',
  mounts: {
    [`transaction-v1.${API}`]: '/bambora-checkout/transaction',
    [`merchant-v1.${API}`]: '/bambora-checkout/merchant',
    [`login-v1.${API}`]: '/bambora-checkout/login',
    [`data-v1.${API}`]: '/bambora-checkout/data',
  },
  requests: [...READS, ...WRITES],
}
