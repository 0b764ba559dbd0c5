import { describe, expect, it } from 'vitest'
import type { ClaimedOperation } from '@/db/queries/operations/claim-operations'
import type {
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type { ProviderTraits } from '@/lib/providers/port'
import { captureEvent } from '@/testing/capture-event'
import { judgeRead } from './judge-read'

const WINDOW_MS = 120_000
const ECHOES: ProviderTraits = {
  echoesReference: ['capture', 'refund', 'void', 'update_authorization'],
  settleWindowMs: WINDOW_MS,
  readSpacingMs: 0,
  listsChanges: true,
}
const before = { authorizedMinor: 1000, capturedMinor: 200, refundedMinor: 0, releasedMinor: 0 }
const lost: ClaimedOperation = {
  ...{ id: 'own', transactionId: 't', connectionId: 'c', providerTransactionId: 'p' },
  ...{ orderReference: null, kind: 'capture', state: 'unknown', amountMinor: 300, currency: 'NOK' },
  ...{ reference: 'pd-own', baselineTotals: before, baselineEventCount: 2 },
  ...{ sentAt: '2026-03-01T12:00:00.000Z', checks: 0, absentReads: 1, eventCount: 2, isDue: true },
  ...{ sinceSendOverMs: WINDOW_MS, senderAlive: false },
}

const old = [
  captureEvent({ providerEventId: '1', kind: 'authorize' }),
  captureEvent({ providerEventId: '2' }),
]

interface Seen {
  readonly news?: readonly TransactionEvent[]
  readonly totals?: Partial<typeof before>
  readonly rest?: Partial<TransactionSnapshot>
}

function judge(
  operation: Partial<ClaimedOperation> = {},
  { news = [], totals = {}, rest = {} }: Seen = {},
) {
  const snapshot = {
    ...{ events: [...old, ...news], totals: { ...before, ...totals }, historyGaps: [] },
    currency: 'NOK',
    ...rest,
  } as unknown as TransactionSnapshot
  return judgeRead({ ...lost, ...operation }, snapshot, ECHOES)
}

const notSent = { kind: 'settled', state: 'not_sent' }

describe('absence', () => {
  it('is proof on the second read past the settle window', () => {
    expect(judge()).toMatchObject(notSent)
    expect(judge({ absentReads: 0 })).toMatchObject({ kind: 'open', absent: true, againMs: 30_000 })
  })

  it('is not proved by a look before its time', () => {
    expect(judge({ isDue: false })).toMatchObject({ kind: 'open' })
  })

  it('does not count before the window has passed since the send was over', () => {
    expect(judge({ sinceSendOverMs: WINDOW_MS - 1000 })).toMatchObject({
      ...{ kind: 'open', absent: false, againMs: 1000 },
    })
    expect(judge({ sinceSendOverMs: -5000 })).toMatchObject({
      ...{ kind: 'open', absent: false, againMs: WINDOW_MS + 5000 },
    })
  })

  it('proves nothing while the sender may still write', () => {
    expect(judge({ senderAlive: true })).toMatchObject({
      ...{ kind: 'open', absent: false, found: { code: 'sender_alive' } },
    })
  })

  it('of what the history leaves out goes to people, past the window', () => {
    const gap: Seen = { rest: { historyGaps: ['refund'] } }
    expect(judge({ kind: 'refund' }, gap)).toMatchObject({ state: 'needs_review' })
    expect(judge({ kind: 'refund', sinceSendOverMs: 0 }, gap)).toMatchObject({
      ...{ kind: 'open', absent: false, againMs: WINDOW_MS },
    })
  })

  it('is no proof when the read shows less than is known already', () => {
    expect(judge({ eventCount: 3 })).toMatchObject({
      ...{ kind: 'open', absent: false, found: { code: 'history_lags' } },
    })
  })
})

describe('a change that looks like ours but has no mark', () => {
  const review = { state: 'needs_review', message: { code: 'changed_unexplained' } }
  const voided = { kind: 'void', amountMinor: 800 } as const
  const changed = { kind: 'update_authorization', amountMinor: 1500 } as const

  it.each([
    ['a capture of its amount', {}, { news: [captureEvent()], totals: { capturedMinor: 500 } }],
    ['a promise of it', {}, { news: [captureEvent({ state: 'pending' })] }],
    [
      'a void',
      voided,
      { news: [captureEvent({ kind: 'void', amountMinor: null })], totals: { releasedMinor: 800 } },
    ],
    ['a total that moved without an event', voided, { totals: { releasedMinor: 800 } }],
    ['the new total of a change', changed, { totals: { authorizedMinor: 1500 } }],
  ] as const)('goes to people: %s', (_, operation, seen) => {
    expect(judge(operation, seen)).toMatchObject(review)
  })

  it.each([
    [
      'of another kind',
      { news: [captureEvent({ kind: 'refund' })], totals: { refundedMinor: 300 } },
    ],
    [
      'of another amount',
      { news: [captureEvent({ amountMinor: 1 })], totals: { capturedMinor: 201 } },
    ],
    ['of another operation', { news: [captureEvent({ operationId: 'x' })] }],
    ['older than the send', { news: [captureEvent({ occurredAt: new Date(0) })] }],
    ['that failed', { news: [captureEvent({ state: 'failed' })] }],
  ] as const)('is none of ours: %s', (_, seen) => {
    expect(judge({}, seen)).toMatchObject(notSent)
  })

  it('is none of a void that a capture released the rest', () => {
    const seen = { news: [captureEvent()], totals: { capturedMinor: 500, releasedMinor: 500 } }
    expect(judge(voided, seen)).toMatchObject(notSent)
  })
})

it('gives a payment in another currency to people, whatever it shows', () => {
  const seen = { news: [captureEvent({ reference: 'pd-own' })], rest: { currency: 'SEK' } }
  expect(judge({}, seen)).toMatchObject({
    ...{ state: 'needs_review', message: { code: 'other_currency' } },
  })
})

it('tells an operation that the provider has accepted', () => {
  const promise = captureEvent({ reference: 'pd-own', state: 'pending' })
  expect(judge({}, { news: [promise] })).toMatchObject({ kind: 'open', isAccepted: true })
})
