import { describe, expect, it } from 'vitest'
import { mapEvents } from './events'
import { operation } from './fixtures'
import { readOperations } from './parts/operations'

function eventOf(options: object) {
  const read = readOperations({ transactionoperations: [operation(options)] })
  if (!read.ok) throw new Error(read.problem)
  const [event] = mapEvents(read.operations, [])
  if (event === undefined) throw new Error('there is no event')
  return event
}

describe('an operation of Bambora Checkout', () => {
  it.each([
    ['authorize', 'authorize'],
    ['capture', 'capture'],
    ['Capture', 'capture'],
    ['credit', 'refund'],
    ['delete', 'void'],
    ['renew', 'other'],
  ])('%s: is a %s', (action, kind) => {
    expect(eventOf({ action }).kind).toBe(kind)
  })

  it.each([
    ['approved', 'succeeded'],
    ['Approved', 'succeeded'],
    ['verificationapproved', 'succeeded'],
    ['deleted', 'succeeded'],
    ['declined', 'failed'],
    ['verificationdeclined', 'failed'],
    ['pending', 'pending'],
    ['waiting', 'pending'],
    ['locked', 'pending'],
    ['revived', 'pending'],
  ])('%s: has %s', (status, state) => {
    const event = eventOf({ status })
    expect(event.state).toBe(state)
    expect(event.error !== null).toBe(state === 'failed')
  })
})
