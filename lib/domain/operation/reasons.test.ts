import { expect, it } from 'vitest'
import { pickedReason, readReason, REASON_CODES, reasonInWords } from './reasons'

it.each(REASON_CODES)('reason: keeps %s with its note, for any note', (code) => {
  for (const note of ['', 'never came', 'two: one broken']) {
    expect(readReason(pickedReason(code, ` ${note} `))).toEqual({ code, note })
  }
})

it('reason: puts the code in words for providers', () => {
  expect(reasonInWords('price_correction: one of two')).toBe('Price correction: one of two')
  expect(reasonInWords('not_delivered')).toBe('Not delivered')
  expect(reasonInWords('Damaged: a corner')).toBe('Damaged: a corner')
})

it('reason: leaves a freely written text as it is', () => {
  expect(readReason('Damaged: a corner')).toEqual({ code: null, note: 'Damaged: a corner' })
})
