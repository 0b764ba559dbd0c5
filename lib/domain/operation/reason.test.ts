import { expect, it } from 'vitest'
import { pickedReason, readReason, REASON_CODES, reasonInWords } from './reason'

it.each(REASON_CODES)('keeps %s with its note, whatever the note has in it', (code) => {
  for (const note of ['', 'never came', 'two: one broken']) {
    expect(readReason(pickedReason(code, ` ${note} `))).toEqual({ code, note })
  }
})

it('puts the code in words for those who do not know ours', () => {
  expect(reasonInWords('price_correction: one of two')).toBe('Price correction: one of two')
  expect(reasonInWords('not_delivered')).toBe('Not delivered')
  expect(reasonInWords('Damaged: a corner')).toBe('Damaged: a corner')
})

it('leaves what was written freely as it is', () => {
  expect(readReason('Damaged: a corner')).toEqual({ code: null, note: 'Damaged: a corner' })
})
