import { describe, expect, it } from 'vitest'
import { canMove, isOpen, OPERATION_STATES, statesBefore } from './outcome'

/** The successors of each state: the whole table, written out a second time. */
const FOLLOWED_BY = {
  intended: ['sending', 'abandoned'],
  sending: ['pending', 'unknown', 'succeeded', 'refused', 'not_sent'],
  pending: ['needs_review', 'succeeded', 'refused', 'not_sent'],
  unknown: ['pending', 'needs_review', 'succeeded', 'refused', 'not_sent'],
  needs_review: ['succeeded', 'refused', 'not_sent'],
  succeeded: [],
  refused: [],
  not_sent: [],
  abandoned: [],
}

describe('the states of an operation', () => {
  it.each(OPERATION_STATES)('%s is followed by just those that may follow', (from) => {
    expect(OPERATION_STATES.filter((to) => canMove(from, to))).toEqual(FOLLOWED_BY[from])
    for (const to of OPERATION_STATES) {
      expect(statesBefore(to).includes(from)).toBe(canMove(from, to))
    }
  })

  it('keep a reservation until they are settled', () => {
    expect(OPERATION_STATES.filter(isOpen)).toEqual([
      ...['intended', 'sending', 'pending', 'unknown', 'needs_review'],
    ])
  })

  it('never leave a settled one', () => {
    for (const from of OPERATION_STATES.filter((state) => !isOpen(state))) {
      for (const to of OPERATION_STATES) expect(canMove(from, to)).toBe(false)
    }
  })

  it('reach abandoned only from an intent that was never sent', () => {
    expect(statesBefore('abandoned')).toEqual(['intended'])
  })

  it('never go back to sending: an unknown outcome is not sent again', () => {
    expect(statesBefore('sending')).toEqual(['intended'])
  })

  it('settle from needs_review by people', () => {
    expect(canMove('needs_review', 'succeeded')).toBe(true)
    expect(canMove('needs_review', 'refused')).toBe(true)
    expect(canMove('needs_review', 'not_sent')).toBe(true)
  })
})
