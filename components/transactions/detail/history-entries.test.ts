import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { dateFormats } from '@/lib/format/dates'
import { historyDays, historyEntries as entriesOfOrder } from './history-entries'

/** The history of a payment without order lines. */
function historyEntries(payment: Omit<Parameters<typeof entriesOfOrder>[0], 'items'>) {
  return entriesOfOrder({ ...payment, items: [] })
}

function event(change: Partial<TransactionEvent>): TransactionEvent {
  return {
    providerEventId: 'event-1',
    kind: 'capture',
    providerKind: 'CAPTURE',
    state: 'succeeded',
    amountMinor: 1000,
    lines: [],
    reference: null,
    operationId: null,
    providerReference: null,
    error: null,
    occurredAt: new Date('2026-09-03T12:00:00Z'),
    closes: [],
    ...change,
  }
}

function operation(change: Partial<OperationView>): OperationView {
  return exampleOperation({
    id: 'operation-1',
    state: 'succeeded',
    amountMinor: 1000,
    actorName: 'Anna Berg',
    createdAt: new Date('2026-09-03T11:59:58Z'),
    sentAt: null,
    ...change,
  })
}

describe('historyEntries', () => {
  it('reports that a review decided that an operation succeeded', () => {
    const message = { code: 'decided_by_people', values: { reason: 'x' } } as const
    const transaction = { notes: [], events: [], historyGaps: [] }
    const noteOf = (change: Partial<OperationView>) =>
      historyEntries({ ...transaction, operations: [operation(change)] })[0]?.note
    expect(noteOf({ message })).toEqual(message)
    expect(noteOf({ message: 'Captured.' })).toBeNull()
  })

  it('shows an operation and its event as one entry, under the name of the person', () => {
    const entries = historyEntries({
      notes: [],
      events: [event({ reference: 'PD-1', providerReference: 'capture-9' })],
      historyGaps: [],
      operations: [operation({})],
    })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      who: { kind: 'person', name: 'Anna Berg' },
      providerReference: 'capture-9',
      operationId: 'operation-1',
      activity: { of: 'operation', kind: 'capture', state: 'succeeded' },
    })
  })

  it('keeps the row of an operation when the provider reports it, and adds rows for more', () => {
    const idsWith = (events: readonly TransactionEvent[]) =>
      historyEntries({ notes: [], events, historyGaps: [], operations: [operation({})] }).map(
        ({ id }) => id,
      )
    const first = event({ reference: 'PD-1' })
    const second = event({ reference: 'PD-1', providerEventId: 'event-2' })
    expect(idsWith([])).toEqual(['operation-1'])
    expect(idsWith([first])).toEqual(['operation-1'])
    expect(idsWith([first, second])).toEqual(['event-2', 'operation-1'])
  })

  it('matches an event to its operation by the operation id too', () => {
    const entries = historyEntries({
      notes: [],
      events: [event({ operationId: 'operation-1' })],
      historyGaps: [],
      operations: [operation({})],
    })
    expect(entries).toHaveLength(1)
  })

  it('reports an activity from outside Paydesk as such', () => {
    const [entry] = historyEntries({
      notes: [],
      events: [event({})],
      historyGaps: [],
      operations: [],
    })
    expect(entry).toMatchObject({
      who: { kind: 'outside' },
      activity: { of: 'event', kind: 'capture', state: 'succeeded' },
    })
  })

  it("shows the operation's own state, although an event already reports more", () => {
    const [entry] = historyEntries({
      notes: [],
      events: [event({ reference: 'PD-1' })],
      historyGaps: [],
      operations: [operation({ state: 'unknown' })],
    })
    expect(entry?.activity).toMatchObject({ state: 'unknown' })
  })

  it('shows the reason of a refusal', () => {
    const [entry] = historyEntries({
      notes: [],
      events: [],
      historyGaps: [],
      operations: [operation({ state: 'refused', message: 'Too late.', refusalCode: 'expired' })],
    })
    expect(entry).toMatchObject({
      note: 'Too late.',
      code: 'expired',
      activity: { state: 'refused' },
    })
  })

  it('leaves out a pending event once another closes it', () => {
    const events = [
      event({ providerEventId: 'asked', state: 'pending' }),
      event({ providerEventId: 'done', closes: ['asked'] }),
    ]
    expect(
      historyEntries({
        notes: [],
        events,
        historyGaps: [],
        operations: [],
      }).map((entry) => entry.id),
    ).toEqual(['done'])
  })

  it('includes notes with their text and the name of their author', () => {
    const note = {
      id: 'note-1',
      text: 'Customer called',
      authorName: 'Jonas Berg',
      authorRole: 'support',
      writtenAt: new Date('2026-09-03T12:00:01Z'),
    } as const
    const entries = historyEntries({
      notes: [note],
      events: [event({})],
      historyGaps: [],
      operations: [],
    })
    expect(entries.map(({ id }) => id)).toEqual(['note-1', 'event-1'])
    expect(entries[0]).toMatchObject({ note: 'Customer called', who: { name: 'Jonas Berg' } })
  })

  it('is newest first; of two at the same moment the later reported comes first', () => {
    const events = [
      event({ providerEventId: 'old', occurredAt: new Date('2026-09-01T08:00:00Z') }),
      event({ providerEventId: 'first' }),
      event({ providerEventId: 'second' }),
    ]
    const ids = historyEntries({
      notes: [],
      events,
      historyGaps: [],
      operations: [],
    }).map((entry) => entry.id)
    expect(ids).toEqual(['second', 'first', 'old'])
  })
})

describe('an activity that a provider does not report', () => {
  const events = [event({ providerEventId: 'undated', occurredAt: null })]

  it('is marked as unreported, and comes last', () => {
    const dated = event({ providerEventId: 'dated', reference: 'PD-1' })
    const entries = historyEntries({
      notes: [],
      events: [...events, dated],
      historyGaps: ['who', 'when'],
      operations: [operation({})],
    })
    expect(entries.map(({ at, who }) => [at === null, who.kind])).toEqual([
      [false, 'person'],
      [true, 'unreported'],
    ])
    expect(historyDays(entries, dateFormats('en', 'Europe/Oslo').dayKey).at(-1)?.key).toBe(
      'unreported',
    )
  })
})

describe('historyEntries: what moved, and what was corrected', () => {
  const error = { code: 'X', message: 'No', retry: { kind: 'not_said' } } as const
  const failed = event({ reference: 'PD-1', state: 'failed', error })
  const refused = operation({ state: 'refused', message: 'No' })
  const entriesOf = (events: readonly TransactionEvent[]) =>
    historyEntries({ notes: [], events, historyGaps: [], operations: [refused] })

  it('says that a refusal was corrected by a later event, in order (G1)', () => {
    const at = new Date('2026-09-03T12:00:02Z')
    const repair = event({ providerEventId: 'event-2', closes: ['event-1'], occurredAt: at })
    expect(entriesOf([failed, repair])).toMatchObject([
      {
        isCorrection: true,
        who: { kind: 'provider' },
        activity: { of: 'event', state: 'succeeded' },
        amountMinor: 1000,
        operationId: 'operation-1',
      },
      { isCorrection: false, activity: { of: 'operation', state: 'refused' } },
    ])
  })

  it('says so on the refused event itself where that one was amended (G1)', () => {
    expect(entriesOf([event({ reference: 'PD-1', error })])).toMatchObject([
      { isCorrection: true, activity: { of: 'operation', state: 'refused' }, note: 'No' },
    ])
  })

  it('shows the lines and the merchant’s own reference (H6)', () => {
    const line = { lineId: '1', quantityMicros: 1_000_000, amountMinor: 1000 }
    const reference = `SHIP-7 pd-${'0'.repeat(32)}`
    const lines = [{ ...line, vatAmountMinor: null }]
    const ours = operation({ reference, lines })
    const own = { notes: [], historyGaps: [], operations: [ours] }
    expect(historyEntries({ ...own, events: [] })[0]).toMatchObject({ label: 'SHIP-7', lines })
    const reported = event({ reference, lines: [line] })
    expect(historyEntries({ ...own, events: [reported] })[0]).toMatchObject({
      label: 'SHIP-7',
      lines: [line],
    })
    const outside = event({ reference: 'RMA-9', lines: [line] })
    const entries = historyEntries({ ...own, operations: [], events: [outside] })
    expect(entries[0]).toMatchObject({ label: 'RMA-9', lines: [line], orderChanges: [] })
  })

  it('shows what an update changed in the order, not the whole order of its event (H6)', () => {
    const orderChanges = [{ description: 'Mug', quantityMicros: -1_000_000, amountMinor: -500 }]
    const update = operation({ kind: 'update_authorization', orderChanges })
    const own = { notes: [], historyGaps: [], operations: [update] }
    expect(historyEntries({ ...own, events: [] })[0]).toMatchObject({ orderChanges, lines: [] })
    const line = { lineId: '1', quantityMicros: 1_000_000, amountMinor: 1000 }
    const reported = event({ kind: 'other', reference: 'PD-1', lines: [line] })
    const events = [reported]
    expect(historyEntries({ ...own, events })[0]).toMatchObject({ orderChanges, lines: [] })
    const older = { ...own, operations: [operation({ kind: 'update_authorization' })] }
    expect(historyEntries({ ...older, events })[0]).toMatchObject({
      orderChanges: [],
      lines: [line],
    })
  })
})

describe('historyDays', () => {
  it('groups entries by the calendar day of the business', () => {
    const events = [
      event({ providerEventId: 'a', occurredAt: new Date('2026-09-03T21:30:00Z') }),
      event({ providerEventId: 'b', occurredAt: new Date('2026-09-03T22:30:00Z') }),
    ]
    const { dayKey } = dateFormats('en', 'Europe/Oslo')
    const days = historyDays(
      historyEntries({
        notes: [],
        events,
        historyGaps: [],
        operations: [],
      }),
      dayKey,
    )
    expect(days.map((day) => day.key)).toEqual(['2026-09-04', '2026-09-03'])
  })
})
