import { DEMO_ENTITY } from '../../oppwa/channels'
import { DOCUMENTED, ID, NODE, OLDER, OLDER_CALLER, PYTHON, TEST_MODE } from './oppwa-clients'
import { READS } from './oppwa-reads'
import type { PublishedRequest, PublishedRequests } from './published-request'

const OPERATIONS: readonly PublishedRequest[] = [
  {
    title: 'documented example: capture of the whole',
    section: '5.1',
    head: [`POST /v1/payments/${ID} HTTP/1.1`, ...DOCUMENTED, 'Content-Length: 82'],
    body: `entityId=${DEMO_ENTITY}&amount=92.00&currency=EUR&paymentType=CP`,
    given: { id: ID, amount: 92_00 },
    answer: {
      status: 200,
      body: { paymentType: 'CP', amount: '92.00', result: { code: TEST_MODE } },
    },
  },
  {
    title: 'older library: capture of a part, signed in by the form',
    section: '3',
    head: [`POST /v1/payments/${ID} HTTP/1.1`, ...OLDER, 'Content-Length: 169'],
    body: `${OLDER_CALLER}&paymentType=CP&amount=60.00&currency=EUR`,
    given: { id: ID, amount: 92_00 },
    answer: {
      status: 200,
      body: { paymentType: 'CP', amount: '60.00', result: { code: TEST_MODE } },
    },
  },
  {
    title: 'older library: reversal of everything',
    section: '5.3',
    head: [`POST /v1/payments/${ID} HTTP/1.1`, ...OLDER, 'Content-Length: 143'],
    body: `${OLDER_CALLER}&paymentType=RV`,
    given: { id: ID, amount: 92_00 },
    answer: {
      status: 200,
      body: { paymentType: 'RV', amount: '92.00', result: { code: TEST_MODE } },
    },
  },
  {
    title: 'public library: reversal with an empty amount, where the account refuses it',
    section: '5.3, 14 no. 10',
    head: [`POST /v1/payments/${ID} HTTP/1.1`, ...NODE, 'content-length: 74'],
    body: `entityId=${DEMO_ENTITY}&paymentType=RV&amount=&currency=`,
    given: { id: ID, amount: 92_00 },
    answer: {
      status: 400,
      body: {
        result: {
          code: '200.300.404',
          parameterErrors: [{ name: 'amount' }, { name: 'currency' }],
        },
      },
    },
  },
  {
    title: 'public library: reversal with an empty amount, where the account takes it',
    section: '5.3, 14 no. 10',
    head: [`POST /v1/payments/${ID} HTTP/1.1`, ...NODE, 'content-length: 74'],
    body: `entityId=${DEMO_ENTITY}&paymentType=RV&amount=&currency=`,
    given: { id: ID, amount: 92_00 },
    settings: { emptyAmountOfReversal: 'accept' },
    answer: { status: 200, body: { paymentType: 'RV', amount: '92.00' } },
  },
  {
    title: 'ticket shop: refund of a debit',
    section: '5.2',
    head: [
      `POST /v1/payments/${ID} HTTP/1.1`,
      ...PYTHON,
      'Content-Length: 82',
      'Content-Type: application/x-www-form-urlencoded',
    ],
    body: `entityId=${DEMO_ENTITY}&amount=12.50&currency=EUR&paymentType=RF`,
    given: { id: ID, amount: 92_00, isDebit: true },
    answer: {
      status: 200,
      body: { paymentType: 'RF', amount: '12.50', result: { code: TEST_MODE } },
    },
  },
  {
    title: 'shop module: refund of a captured authorization, by the id of the authorization',
    section: '4',
    head: [`POST /v1/payments/${ID} HTTP/1.1`, ...NODE, 'content-length: 151'],
    body:
      `entityId=${DEMO_ENTITY}&paymentType=RF&amount=92.00&currency=EUR&testMode=EXTERNAL` +
      '&customParameters%5BSHOP.order%5D=Kj%C3%B8p+nr.%201',
    given: { id: ID, amount: 92_00, status: 'CAPTURED' },
    answer: {
      status: 200,
      body: {
        paymentType: 'RF',
        customParameters: { 'SHOP.order': 'Kjøp nr. 1' },
        result: { code: '000.100.112' },
      },
    },
  },
  {
    title: 'invoice brand: capture by line, optional fields empty',
    section: '16',
    head: [`POST /v1/payments/${ID} HTTP/1.1`, ...NODE, 'content-length: 258'],
    body:
      `entityId=${DEMO_ENTITY}&paymentType=CP&amount=60.00&currency=EUR` +
      '&merchantTransactionId=&merchantInvoiceId=order-1042&descriptor=&taxAmount=&testMode=' +
      '&cart.items%5B0%5D.name=Wool+sweater&cart.items%5B0%5D.quantity=1&cart.items[0].price=60.00',
    given: { id: ID, amount: 92_00 },
    answer: {
      status: 200,
      body: { paymentType: 'CP', merchantInvoiceId: 'order-1042', result: { code: TEST_MODE } },
    },
  },
  {
    title: 'library with an empty id: its capture begins a payment, and is refused',
    section: '5.6',
    head: ['POST /v1/payments/ HTTP/1.1', ...NODE, 'content-length: 82'],
    body: `entityId=${DEMO_ENTITY}&paymentType=CP&amount=92.00&currency=EUR`,
    answer: {
      status: 400,
      body: { result: { code: '200.300.404', description: 'Invalid or missing parameter' } },
    },
  },
  {
    title: 'documented example: capture of an id that is not known',
    section: '5.1',
    head: [`POST /v1/payments/${ID} HTTP/1.1`, ...DOCUMENTED, 'Content-Length: 82'],
    body: `entityId=${DEMO_ENTITY}&amount=92.00&currency=EUR&paymentType=CP`,
    answer: {
      status: 400,
      body: { paymentType: 'CP', result: { code: '700.400.510' }, risk: { score: '0' } },
    },
  },
]

const FIRST_PAYMENTS: readonly PublishedRequest[] = [
  {
    title: 'older library: debit by card, with empty fields and a forced decline',
    section: '5.7',
    head: ['POST /v1/payments HTTP/1.1', ...OLDER, 'Content-Length: 426'],
    body:
      `${OLDER_CALLER}&amount=92.00&currency=EUR&paymentType=DB&merchantTransactionId=&descriptor=` +
      '&shopperResultUrl=&notificationUrl=&customer.ip=&paymentBrand=VISA&card.holder=Jane%20Doe' +
      '&card.number=4200000000000000&card.expiryMonth=09&card.expiryYear=2030&card.cvv=123' +
      '&customParameters%5BforceResultCode%5D=800.100.151',
    answer: {
      status: 400,
      body: {
        result: { code: '800.100.151' },
        customParameters: { forceResultCode: '800.100.151' },
      },
    },
  },
  {
    title: 'documented example: stand-alone credit to a card',
    section: '5.5',
    head: ['POST /v1/payments HTTP/1.1', ...DOCUMENTED, 'Content-Length: 191'],
    body:
      `entityId=${DEMO_ENTITY}&amount=25.00&currency=EUR&paymentBrand=VISA&paymentType=CD` +
      '&card.number=4200000000000000&card.holder=Jane Doe&card.expiryMonth=09&card.expiryYear=2030',
    answer: {
      status: 200,
      body: {
        paymentType: 'CD',
        amount: '25.00',
        card: { bin: '420000', last4Digits: '0000', holder: 'Jane Doe' },
        result: { code: TEST_MODE },
      },
    },
  },
]

/** Requests to the Open Payment Platform, composed from its fact sheet; names and texts are invented. */
export const OPPWA: PublishedRequests = {
  provider: 'oppwa',
  mounts: { 'eu-test.oppwa.com': '/oppwa', 'test.oppwa.com': '/oppwa' },
  requests: [...OPERATIONS, ...FIRST_PAYMENTS, ...READS],
}
