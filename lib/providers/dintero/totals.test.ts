import { describe, expect, it } from 'vitest'
import { fixtures, withEvents } from './fixtures'
import { dinteroTransaction, type DinteroTransaction } from './schema'
import { findEventsProblem, sumsAfterEach, sumsBefore } from './totals'

/** A payment of 500 with these events alone. */
function payment(
  events: readonly Record<string, unknown>[],
  members: Record<string, unknown> = {},
): DinteroTransaction {
  const json = withEvents({ ...fixtures.authorized, events: [] }, events, {
    amount: 500,
    status: 'PARTIALLY_CAPTURED',
    ...members,
  })
  return dinteroTransaction.parse(json)
}

const done = (id: string, event: string, amount?: number) => ({ id, event, success: true, amount })

function corrected(
  id: string,
  event: string,
  [capture, refund, release]: readonly [number, number, number],
  eventIds: readonly string[] = [],
) {
  return {
    id,
    event,
    success: false,
    amount: 100,
    correction: {
      status: 'PARTIALLY_CAPTURED',
      remaining_capture_amount: capture,
      remaining_refund_amount: refund,
      remaining_void_amount: release,
      event_ids: eventIds,
    },
  }
}

const sums = (events: readonly Record<string, unknown>[], members = {}) =>
  sumsAfterEach(payment(events, members))

describe('Dintero: the sums after each event', () => {
  it('add up captures and refunds, and a void releases the rest', () => {
    const events = [done('1', 'CAPTURE', 200), done('2', 'REFUND', 50), done('3', 'VOID')]
    expect(sums(events)).toEqual([
      { captured: 200, refunded: 0, released: 0 },
      { captured: 200, refunded: 50, released: 0 },
      { captured: 200, refunded: 50, released: 300 },
    ])
  })

  it.each(['CAPTURE', 'REFUND', 'VOID'])(
    'count no %s that failed, or of which nothing is said',
    (event) => {
      const start = done('1', 'CAPTURE', 200)
      const known = { captured: 200, refunded: 0, released: 0 }
      expect(sums([start, { ...done('2', event, 100), success: false }]).at(-1)).toEqual(known)
      expect(sums([start, { ...done('2', event, 100), success: undefined }]).at(-1)).toEqual(known)
    },
  )

  it('count nothing that moves no money', () => {
    expect(sums([done('1', 'AUTHORIZE', 500)])).toEqual([{ captured: 0, refunded: 0, released: 0 }])
  })
})

describe('Dintero: the sums at a correction', () => {
  it.each([
    ['what can be captured', [300, 200, 0]],
    ['what can be released', [0, 200, 300]],
    ['both', [300, 200, 300]],
  ] as const)('releases nothing while something is left: %s', (_, left) => {
    expect(sums([corrected('1', 'CAPTURE', left)])).toEqual([
      { captured: 200, refunded: 0, released: 0 },
    ])
  })

  it('releases the rest when nothing is left', () => {
    expect(sums([corrected('1', 'CAPTURE', [0, 200, 0])])).toEqual([
      { captured: 200, refunded: 0, released: 300 },
    ])
  })

  it('of a refund leaves what was captured, of a capture what was refunded', () => {
    const before = [done('1', 'CAPTURE', 300), done('2', 'REFUND', 50)]
    expect(sums([...before, corrected('3', 'REFUND', [200, 150, 200])]).at(-1)).toEqual({
      captured: 300,
      refunded: 150,
      released: 0,
    })
    expect(sums([...before, corrected('3', 'CAPTURE', [100, 350, 100])]).at(-1)).toEqual({
      captured: 400,
      refunded: 50,
      released: 0,
    })
  })

  it('holds the amounts of the events that it names, which count no more', () => {
    const named = done('2', 'CAPTURE', 100)
    const events = [corrected('1', 'CAPTURE', [400, 100, 400], ['2']), named]
    expect(sums(events).map(({ captured }) => captured)).toEqual([100, 100])
    const others = [corrected('1', 'CAPTURE', [400, 100, 400], ['9']), named]
    expect(sums(others).map(({ captured }) => captured)).toEqual([100, 200])
  })

  it('knows of a named refund when it reckons what was captured', () => {
    const events = [
      corrected('1', 'CAPTURE', [300, 150, 300], ['2']),
      done('2', 'REFUND', 50),
      done('3', 'CAPTURE', 10),
    ]
    expect(sums(events)).toEqual([
      { captured: 200, refunded: 50, released: 0 },
      { captured: 200, refunded: 50, released: 0 },
      { captured: 210, refunded: 50, released: 0 },
    ])
  })
})

describe('Dintero: the sums before the first event', () => {
  const before = (status: string, events: readonly Record<string, unknown>[] = []) =>
    sumsBefore(payment(events, { status }))

  it.each(['CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'])('%s: all was captured', (status) => {
    const refunded = status === 'REFUNDED' ? 500 : 0
    expect(before(status)).toEqual({ captured: 500, refunded, released: 0 })
    expect(before(status, [done('1', 'REFUND', 100)])).toMatchObject({ refunded: 0 })
    expect(before(status, [done('1', 'CAPTURE', 500)]).captured).toBe(0)
    expect(before(status, [corrected('1', 'CAPTURE', [0, 500, 0])]).captured).toBe(0)
    expect(before(status, [{ ...done('1', 'CAPTURE', 500), success: false }]).captured).toBe(500)
  })

  it('voided: all was released', () => {
    const status = 'AUTHORIZATION_VOIDED'
    expect(before(status)).toEqual({ captured: 0, refunded: 0, released: 500 })
    expect(before(status, [done('1', 'VOID')]).released).toBe(0)
  })

  it.each(['AUTHORIZED', 'PARTIALLY_CAPTURED', 'PARTIALLY_CAPTURED_REFUNDED'])(
    '%s: nothing was moved',
    (status) => {
      expect(before(status)).toEqual({ captured: 0, refunded: 0, released: 0 })
    },
  )
})

describe('Dintero: a status that the events contradict', () => {
  const problem = (status: string, events: readonly Record<string, unknown>[]) =>
    findEventsProblem(payment(events, { status }))
  const captured = done('1', 'CAPTURE', 200)
  const refunded = done('2', 'REFUND', 50)

  it.each([
    ['PARTIALLY_CAPTURED', []],
    ['PARTIALLY_CAPTURED', [{ ...captured, success: undefined }]],
    ['PARTIALLY_CAPTURED_REFUNDED', [captured]],
    ['PARTICALLY_CAPTURED_REFUNDED', [refunded]],
    ['PARTIALLY_REFUNDED', [done('1', 'CAPTURE', 500)]],
    ['REFUNDED', [done('1', 'CAPTURE', 500), { ...refunded, success: false }]],
  ])('because they do not show what it says was moved, is reported: %s', (status, events) => {
    expect(problem(status, events)).toContain(`the status ${status} says that money was`)
  })

  it.each(['INITIATED', 'ON_HOLD', 'DECLINED', 'FAILED', 'UNKNOWN'])(
    'because they show money that it says was never granted, is reported: %s',
    (status) => {
      expect(problem(status, [captured])).toContain(`the status ${status} says that nothing was`)
      expect(problem(status, [{ ...captured, success: false }])).toBeNull()
    },
  )

  it('is none where they agree', () => {
    expect(problem('PARTIALLY_CAPTURED', [captured])).toBeNull()
    expect(problem('PARTIALLY_CAPTURED_REFUNDED', [captured, refunded])).toBeNull()
    expect(problem('PARTIALLY_CAPTURED', [corrected('1', 'CAPTURE', [300, 200, 0])])).toBeNull()
    expect(problem('AUTHORIZED', [])).toBeNull()
    expect(problem('CAPTURED', [])).toBeNull()
    expect(problem('REFUNDED', [])).toBeNull()
    expect(problem('A_NEW_ONE', [captured])).toBeNull()
  })
})
