import { expect, it } from 'vitest'
import { pickedReason, readReason, REASON_CODES } from './reason'

it.each(REASON_CODES)('keeps %s with its note, whatever the note has in it', (code) => {
  for (const note of ['', 'never came', 'two: one broken']) {
    expect(readReason(pickedReason(code, ` ${note} `))).toEqual({ code, note })
  }
})

it('leaves what was written freely as it is', () => {
  expect(readReason('Damaged: a corner')).toEqual({ code: null, note: 'Damaged: a corner' })
})
