import { describe, expect, it } from 'vitest'
import { completeRefusal } from './refusal'

const answered = {
  code: 'http_409',
  message: 'transaction cannot be updated',
  retry: { kind: 'after', at: null },
} as const
const advised = { kind: 'do_not_retry' } as const
const silent = { kind: 'not_said' } as const

describe('a refusal with the event that reports it', () => {
  it('has the event’s reason and advice', () => {
    const error = { code: 'NOT_ALLOWED', message: 'Not allowed', retry: advised }
    expect(completeRefusal({ error }, answered)).toEqual(error)
  })

  it('keeps the answer’s advice where the event has none', () => {
    const error = { code: 'NOT_ALLOWED', message: 'Not allowed', retry: silent }
    expect(completeRefusal({ error }, answered)).toEqual({ ...error, retry: answered.retry })
  })

  it.each([
    null,
    { code: null, message: 'Declined', retry: silent },
    { code: 'no_reason', message: 'The provider gave no reason.', retry: silent },
  ])('keeps the answer’s reason where the event has no code: %o', (error) => {
    expect(completeRefusal({ error }, answered)).toEqual(answered)
  })
})
