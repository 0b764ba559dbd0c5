import { describe, expect, it } from 'vitest'
import type { ClaimedOperation } from '@/db/queries/operations/claim-operations'
import { refusedButShown } from '@/lib/domain/evidence/change-details'
import type {
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type { ProviderFeatures } from '@/lib/providers/port'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { BASELINE as before, claimedOperation } from '@/testing/unreferenced-operation'
import { interpretRead } from './interpret-read'

const WINDOW_MS = 120_000
const ECHOES: ProviderFeatures = {
  echoesReference: ['capture', 'refund', 'void', 'update_authorization'],
  settleWindowMs: WINDOW_MS,
  readSpacingMs: 0,
  listsChanges: true,
  ownUser: 'us@example.com',
}
const unanswered = claimedOperation()

const old = [
  captureEvent({ providerEventId: '1', kind: 'authorize' }),
  captureEvent({ providerEventId: '2' }),
]

interface Observed {
  readonly news?: readonly TransactionEvent[]
  readonly totals?: Partial<typeof before>
  readonly rest?: Partial<TransactionSnapshot>
  readonly features?: Partial<ProviderFeatures>
  /** Events of a standalone operation. */
  readonly separateEvents?: readonly TransactionEvent[]
}

function interpret(
  operation: Partial<ClaimedOperation> = {},
  { news = [], totals = {}, rest = {}, features = {}, separateEvents = [] }: Observed = {},
) {
  const snapshot = authorizedSnapshot({
    events: [...old, ...news],
    totals: { ...before, ...totals },
    ...rest,
  })
  return interpretRead(
    { ...unanswered, ...operation },
    snapshot,
    { ...ECHOES, ...features },
    separateEvents,
  )
}

const notSent = { kind: 'settled', state: 'not_sent' }

describe('interpretRead: absence', () => {
  it('is proof on the second read past the settle window', () => {
    expect(interpret()).toMatchObject(notSent)
    expect(interpret({ absentReads: 0 })).toMatchObject({
      kind: 'open',
      absent: true,
      againMs: 30_000,
    })
  })

  it('is not proved by a check before its time', () => {
    expect(interpret({ isDue: false })).toMatchObject({ kind: 'open' })
  })

  it('does not count before the window has passed since the send was over', () => {
    expect(interpret({ sinceSendOverMs: WINDOW_MS - 1000 })).toMatchObject({
      kind: 'open',
      absent: false,
      againMs: 1000,
    })
    expect(interpret({ sinceSendOverMs: -5000 })).toMatchObject({
      kind: 'open',
      absent: false,
      againMs: WINDOW_MS + 5000,
    })
  })

  it('proves nothing while the sender may still write', () => {
    expect(interpret({ senderAlive: true })).toMatchObject({
      kind: 'open',
      absent: false,
      found: { code: 'sender_alive' },
    })
  })

  it('of what was refused and seemed to be shown leaves the refusal standing', () => {
    const message = refusedButShown({ code: 'TOO_LATE', said: 'Too late.' })
    expect(interpret({ message, absentReads: 0 })).toMatchObject({ kind: 'open', absent: true })
    expect(interpret({ message })).toMatchObject({
      state: 'refused',
      refusalCode: 'TOO_LATE',
      message: 'Too late.',
    })
  })

  it('of what the history leaves out goes to people, past the window', () => {
    const gap: Observed = { rest: { historyGaps: ['refund'] } }
    expect(interpret({ kind: 'refund' }, gap)).toMatchObject({ state: 'needs_review' })
    expect(interpret({ kind: 'refund', sinceSendOverMs: 0 }, gap)).toMatchObject({
      kind: 'open',
      absent: false,
      againMs: WINDOW_MS,
    })
  })

  it('is no proof when the read shows less than is known already', () => {
    expect(interpret({ eventCount: 3 })).toMatchObject({
      kind: 'open',
      absent: false,
      found: { code: 'history_lags' },
    })
  })
})

describe('interpretRead: a change that fits ours but lacks our reference', () => {
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
  ] as const)('goes to people: %s', (_, operation, observed) => {
    expect(interpret(operation, observed)).toMatchObject(review)
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
  ] as const)('is none of ours: %s', (_, observed) => {
    expect(interpret({}, observed)).toMatchObject(notSent)
  })

  it('is none of a void that a capture released the rest', () => {
    const observed = { news: [captureEvent()], totals: { capturedMinor: 500, releasedMinor: 500 } }
    expect(interpret(voided, observed)).toMatchObject(notSent)
  })
})

it('interpretRead: gives a payment in another currency to people, whatever it shows', () => {
  const observed = { news: [captureEvent({ reference: 'pd-own' })], rest: { currency: 'SEK' } }
  expect(interpret({}, observed)).toMatchObject({
    state: 'needs_review',
    message: { code: 'other_currency' },
  })
})

it('interpretRead: recognises an operation that the provider has accepted', () => {
  const promise = captureEvent({ reference: 'pd-own', state: 'pending' })
  expect(interpret({}, { news: [promise] })).toMatchObject({ kind: 'open', isAccepted: true })
})

it('interpretRead: stays unknown while the provider itself calls the result uncertain (E6)', () => {
  const error = { code: '900.100.300', message: 'Uncertain', retry: { kind: 'not_said' } } as const
  const uncertain = captureEvent({ reference: 'pd-own', state: 'unknown', error })
  expect(interpret({ absentReads: 5 }, { news: [uncertain] })).toMatchObject({
    kind: 'open',
    absent: false,
    isAccepted: false,
    found: { code: 'no_clear_result', values: { code: '900.100.300' } },
  })
})

describe('interpretRead: an event of ours', () => {
  const own = (change: Partial<TransactionEvent> = {}) =>
    captureEvent({ reference: 'pd-own', providerReference: 'p-9', ...change })

  it('settles what it shows, whatever the sender does', () => {
    expect(interpret({ senderAlive: true, sinceSendOverMs: -5 }, { news: [own()] })).toMatchObject({
      state: 'succeeded',
      message: null,
      providerReference: 'p-9',
      ownEventId: null,
    })
  })

  it('that failed is a refusal with its reason', () => {
    const error = { code: 'X', message: 'No', retry: { kind: 'at_once' } } as const
    expect(interpret({}, { news: [own({ state: 'failed', error })] })).toMatchObject({
      state: 'refused',
      refusalCode: 'X',
      message: 'No',
      retry: { kind: 'at_once' },
    })
  })

  it('over another amount goes to people', () => {
    expect(interpret({}, { news: [own({ amountMinor: 299 })] })).toMatchObject({
      state: 'needs_review',
      message: { code: 'other_amount' },
    })
  })

  it('is found among standalone operations too', () => {
    expect(
      interpret({ kind: 'pay_out' }, { separateEvents: [own({ kind: 'other' })] }),
    ).toMatchObject({
      state: 'succeeded',
    })
  })

  it('that is only pending proves no absence, however long ago', () => {
    const promise = own({ state: 'pending' })
    expect(interpret({ absentReads: 5 }, { news: [promise] })).toMatchObject({
      kind: 'open',
      absent: false,
      isAccepted: true,
    })
  })
})

it('interpretRead: an accepted operation is not absent, however many reads do not show it', () => {
  expect(interpret({ state: 'pending', absentReads: 9 })).toMatchObject({
    kind: 'open',
    absent: false,
    found: { code: 'no_result_yet' },
  })
})

it('interpretRead: an accepted operation that is shown no more is not absent once its money moved', () => {
  const storedEvents = [{ providerEventId: '3', operationId: 'own', state: 'pending' }] as const
  const accepted = { state: 'pending', eventCount: 3, storedEvents } as const
  expect(interpret(accepted, { totals: { capturedMinor: 500 } })).toMatchObject({
    kind: 'open',
    absent: false,
    found: { code: 'no_result_yet' },
  })
})

describe('interpretRead: an operation whose provider echoes nothing', () => {
  const features = { echoesReference: [] }
  const ours = (change: Partial<TransactionEvent> = {}) =>
    captureEvent({ madeBy: 'us@example.com', ...change })
  const moved = { capturedMinor: 500 }
  const failed = captureEvent({
    state: 'failed',
    error: { code: 'X', message: 'No', retry: { kind: 'not_said' } },
  })

  it('has succeeded when totals and history moved by just this operation', () => {
    expect(interpret({}, { features, news: [ours()], totals: moved })).toMatchObject({
      state: 'succeeded',
      providerReference: '3',
      ownEventId: '3',
    })
  })

  it.each([
    ['an event without its money', { news: [ours()] }, 'ours_or_anothers'],
    ['money of another kind', { totals: { refundedMinor: 1 } }, 'changed_unexplained'],
    [
      'another amount',
      { news: [ours({ amountMinor: 1 })], totals: { capturedMinor: 201 } },
      'ours_or_anothers',
    ],
  ])('goes to people at once when something else happened: %s', (_, observed, code) => {
    for (const absentReads of [0, 9]) {
      expect(interpret({ absentReads }, { features, ...observed })).toMatchObject({
        state: 'needs_review',
        message: { code },
      })
    }
  })

  it.each([
    ['the totals are ahead of the history', { totals: moved }, 'history_lags'],
    ['it is only promised', { news: [captureEvent({ state: 'pending' })] }, 'still_working'],
  ])('stays open while %s', (_, observed, code) => {
    expect(interpret({ absentReads: 9 }, { features, ...observed })).toMatchObject({
      kind: 'open',
      absent: false,
      found: { code },
    })
  })

  it('is refused by a failure like it at once when it was accepted, else as absence is proved', () => {
    const observed = { features, news: [failed] }
    expect(interpret({ state: 'pending' }, observed)).toMatchObject({
      state: 'refused',
      ownEventId: '3',
    })
    expect(interpret({ absentReads: 0 }, observed)).toMatchObject({ kind: 'open', absent: true })
    expect(interpret({ absentReads: 1 }, observed)).toMatchObject({
      state: 'refused',
      refusalCode: 'X',
    })
  })

  it('was not sent when nothing changed, as absence is proved', () => {
    expect(interpret({ absentReads: 0 }, { features })).toMatchObject({
      kind: 'open',
      absent: true,
    })
    expect(interpret({}, { features })).toMatchObject(notSent)
  })
})

it('interpretRead: within the window the history is waited for where it has nothing on what moved', () => {
  const features = { echoesReference: [] }
  const claimed = { features, totals: { releasedMinor: 300 } }
  expect(interpret({ sinceSendOverMs: WINDOW_MS - 1000 }, claimed)).toMatchObject({
    kind: 'open',
    absent: false,
    found: { code: 'history_lags' },
    againMs: 1000,
  })
  expect(interpret({ sinceSendOverMs: WINDOW_MS }, claimed)).toMatchObject({
    state: 'needs_review',
    message: { code: 'changed_unexplained' },
  })
  const news = [captureEvent({ madeBy: 'us@example.com', amountMinor: 1 })]
  const unlike = { features, news, totals: { capturedMinor: 201 } }
  expect(interpret({ sinceSendOverMs: 0 }, unlike)).toMatchObject({ state: 'needs_review' })
})
