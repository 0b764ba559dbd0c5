import { describe, expect, it } from 'vitest'
import type { ClaimedOperation } from '@/db/queries/operations/claim-operations'
import { refusedButShown } from '@/lib/domain/evidence/change-details'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { BASELINE as before, claimedOperation } from '@/testing/unreferenced-operation'
import { interpretRead } from './interpret-read'

const WINDOW_MS = 120_000
const US = 'us@example.com'
const old = [
  captureEvent({ providerEventId: '1', kind: 'authorize' }),
  captureEvent({ providerEventId: '2' }),
]
const moved = { capturedMinor: 500 }
const refusal = refusedButShown({ code: 'Nets:100', said: 'No.' })

/** A read of a provider that echoes no reference, for a capture of 3,00 whose send is long over. */
function interpret(
  operation: Partial<ClaimedOperation>,
  news: readonly TransactionEvent[],
  totals: Partial<Totals> = {},
  ownUser: string | null = US,
) {
  const snapshot = authorizedSnapshot({
    events: [...old, ...news],
    totals: { ...before, ...totals },
    historyGaps: [],
  })
  const features = {
    echoesReference: [],
    settleWindowMs: WINDOW_MS,
    readSpacingMs: 0,
    listsChanges: false,
    ownUser,
  }
  return interpretRead(claimedOperation(operation), snapshot, features)
}

describe('interpretRead: a lost capture beside another’s change (F4)', () => {
  it('is given to people with both facts where the portal made the same', () => {
    const theirs = captureEvent({ madeBy: null })
    expect(interpret({ absentReads: 0 }, [theirs], moved)).toMatchObject({
      kind: 'open',
      absent: true,
    })
    expect(interpret({}, [theirs], moved)).toMatchObject({
      state: 'needs_review',
      message: { code: 'lost_beside_change', values: { kind: 'capture', sum: '3.00 NOK' } },
    })
  })

  it.each([
    ['another API user', 'shop@example.com', US],
    ['an API user that may be ours', 'shop@example.com', null],
    ['no API user, where it is not known that ours have one', null, null],
    ['a user that the provider does not tell', undefined, US],
  ])('is given to people at once where %s made the same', (_, user, ownUser) => {
    const event = captureEvent(user === undefined ? {} : { madeBy: user })
    expect(interpret({ absentReads: 0 }, [event], moved, ownUser)).toMatchObject({
      state: 'needs_review',
      message: { code: 'ours_or_anothers', values: { by: user ?? 'none' } },
    })
  })

  it('has succeeded where the provider names our user, though another was captured too', () => {
    const theirs = captureEvent({ providerEventId: '4', madeBy: null, amountMinor: 100 })
    const news = [captureEvent({ madeBy: US }), theirs]
    expect(interpret({}, news, { capturedMinor: 600 })).toMatchObject({
      state: 'succeeded',
      ownEventId: '3',
    })
  })

  it('learns our user from an operation that is known as ours', () => {
    const storedEvents = [
      { providerEventId: '2', operationId: 'earlier', state: 'succeeded' },
    ] as const
    const known = captureEvent({ providerEventId: '2', madeBy: 'new@example.com' })
    const news = [captureEvent({ madeBy: 'new@example.com' })]
    const snapshot = authorizedSnapshot({
      events: [...old.slice(0, 1), known, ...news],
      totals: { ...before, ...moved },
      historyGaps: [],
    })
    const features = {
      echoesReference: [],
      settleWindowMs: WINDOW_MS,
      readSpacingMs: 0,
      listsChanges: false,
      ownUser: null,
    }
    expect(interpretRead(claimedOperation({ storedEvents }), snapshot, features)).toMatchObject({
      state: 'succeeded',
    })
  })
})

describe('interpretRead: a capture that was refused and seemed to be shown (F3)', () => {
  const message = refusal

  it('has succeeded where the provider’s user is ours', () => {
    expect(interpret({ message }, [captureEvent({ madeBy: US })], moved)).toMatchObject({
      state: 'succeeded',
    })
  })

  it('is refused at once where the change is another’s, and tells it', () => {
    const theirs = captureEvent({ madeBy: null })
    expect(interpret({ message, absentReads: 0 }, [theirs], moved)).toMatchObject({
      state: 'refused',
      refusalCode: 'Nets:100',
      message: { code: 'refused_with_change', values: { said: 'No.', sum: '3.00 NOK' } },
    })
  })

  it.each([
    ['nothing new', []],
    ['a failure like it', [captureEvent({ state: 'failed' })]],
    ['a failure of another amount', [captureEvent({ state: 'failed', amountMinor: 1 })]],
  ])('is refused only as absence is proved where a read shows %s (I8)', (_, news) => {
    expect(interpret({ message, absentReads: 5, sinceSendOverMs: 0 }, news)).toMatchObject({
      kind: 'open',
      absent: false,
      againMs: WINDOW_MS,
    })
    expect(interpret({ message, absentReads: 0 }, news)).toMatchObject({
      kind: 'open',
      absent: true,
    })
    expect(interpret({ message, isDue: false }, news)).toMatchObject({ kind: 'open' })
    expect(interpret({ message }, news)).toMatchObject({
      state: 'refused',
      refusalCode: 'Nets:100',
      message: 'No.',
    })
  })

  it('goes to people with both facts where the change may be either’s', () => {
    expect(interpret({ message }, [captureEvent()], moved)).toMatchObject({
      state: 'needs_review',
      message: { code: 'refused_or_done', values: { said: 'No.', kind: 'capture' } },
    })
  })

  it('stays open while the totals show it and the history does not', () => {
    expect(interpret({ message }, [], moved)).toMatchObject({ kind: 'open' })
  })
})

describe('interpretRead: a pending operation that vanished from the history (F5)', () => {
  const pending = {
    state: 'pending',
    eventCount: 3,
    storedEvents: [{ providerEventId: '3', operationId: 'own', state: 'pending' }],
  } as const

  it('was not done once the totals prove it on two reads past the window', () => {
    expect(interpret({ ...pending, absentReads: 0 }, [])).toMatchObject({
      kind: 'open',
      absent: true,
    })
    expect(interpret(pending, [])).toMatchObject({
      state: 'refused',
      message: { code: 'vanished' },
    })
    expect(interpret({ ...pending, sinceSendOverMs: 0 }, [])).toMatchObject({ absent: false })
  })

  it('is still under way where the totals have moved, or it never was shown', () => {
    expect(interpret(pending, [], moved)).toMatchObject({ kind: 'open', absent: false })
    const unshown = { ...pending, eventCount: 2, storedEvents: [] }
    expect(interpret(unshown, [])).toMatchObject({ found: { code: 'no_result_yet' } })
  })

  it('is no proof where more than pending events are missing', () => {
    expect(interpret({ ...pending, eventCount: 4 }, [])).toMatchObject({
      absent: false,
      found: { code: 'history_lags' },
    })
  })

  it('is settled by its own id where it is shown, whatever others did', () => {
    const theirs = captureEvent({ providerEventId: '4', madeBy: null, amountMinor: 100 })
    expect(interpret(pending, [captureEvent(), theirs], { capturedMinor: 600 })).toMatchObject({
      state: 'succeeded',
    })
  })
})
