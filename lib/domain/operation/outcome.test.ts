import { describe, expect, it } from 'vitest'
import { canMove, isOpen, OPERATION_STATES, statesBefore } from './outcome'

describe('the states of an operation', () => {
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
