import { DEMO_ENTITY } from '../../oppwa/channels'
import { DOCUMENTED, ID, NODE, OLDER, OLDER_CALLER } from './oppwa-clients'
import type { PublishedRequest } from './published-request'

/** Reads of one payment, by reference, and of the list. */
export const READS: readonly PublishedRequest[] = [
  {
    title: 'documented example: one transaction',
    section: '6.1',
    head: [`GET /v1/query/${ID}?entityId=${DEMO_ENTITY} HTTP/1.1`, ...DOCUMENTED.slice(0, 3)],
    body: '',
    given: { id: ID, amount: 92_00 },
    answer: { status: 200, body: { id: ID, paymentType: 'PA', amount: '92.00' } },
  },
  {
    title: 'older library: one payment, signed in by the query',
    section: '3, 6',
    head: [`GET /v1/payments/${ID}?${OLDER_CALLER} HTTP/1.1`, ...OLDER.slice(0, 2)],
    body: '',
    given: { id: ID, amount: 92_00 },
    answer: { status: 200, body: { id: ID } },
  },
  {
    title: 'shop plugin: all transactions of a reference, at the older address',
    section: '6.2',
    head: [
      `GET /v1/payments?entityId=${DEMO_ENTITY}&merchantTransactionId=order-1001 HTTP/1.1`,
      ...NODE.slice(0, 2),
    ],
    body: '',
    given: { id: ID, amount: 92_00, reference: 'order-1001' },
    answer: {
      status: 200,
      body: { result: { code: '000.000.100' }, payments: [{ id: ID }] },
    },
  },
  ...['+', '%20'].map((blank) => ({
    title: `documented example: list by date, a blank as ${blank}`,
    section: '6.3',
    head: [
      `GET /v3/query?entityId=${DEMO_ENTITY}&date.from=2020-01-01${blank}00:00:00` +
        `&date.to=2099-01-01${blank}00%3A00%3A00&paymentTypes=PA,CP&limit=10&pageNo=1 HTTP/1.1`,
      ...DOCUMENTED.slice(0, 3),
    ],
    body: '',
    given: { id: ID, amount: 92_00 },
    answer: { status: 200, body: { payments: [{ id: ID }] } },
  })),
  {
    title: 'documented example: a token that is wrong',
    section: '5.8',
    head: [
      `GET /v1/query/${ID}?entityId=${DEMO_ENTITY} HTTP/1.1`,
      'Host: eu-test.oppwa.com',
      'Authorization: Bearer nonsense',
    ],
    body: '',
    answer: { status: 403, body: { result: { code: '800.900.300' } } },
  },
]
