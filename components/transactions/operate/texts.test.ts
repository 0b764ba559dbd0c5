import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { readAmount, tidyAmount } from './amount-text'
import { parsePercent, parseQuantity } from './parse-decimal'
import { noteLength, reasonProblem, reasonText, REASONS } from './reasons'
import { refundArrival } from './refund-arrival'
import { TEXT_LIMITS } from './text-limits'

describe('reasons', () => {
  it('put the note behind the reason', () => {
    expect(reasonText({ reason: 'Returned', note: ' too small ' })).toBe('Returned: too small')
    expect(reasonText({ reason: 'Returned', note: ' ' })).toBe('Returned')
  })

  it('want a note where “Other” tells nobody anything', () => {
    expect(reasonProblem({ reason: '', note: 'x' })).toBe('reason')
    expect(reasonProblem({ reason: 'Other', note: '' })).toBe('note')
    expect(reasonProblem({ reason: 'Other', note: 'gift' })).toBeNull()
  })

  it('never grow beyond what the server takes', () => {
    for (const reason of Object.values(REASONS).flat()) {
      const note = 'x'.repeat(noteLength(reason))
      expect(reasonText({ reason, note })).toHaveLength(LIMITS.text.reason)
    }
  })
})

it('the limits of the fields are those of the server', () => {
  expect(LIMITS.text).toMatchObject(TEXT_LIMITS)
})

describe('typed amounts', () => {
  it.each([
    ['1249', '1 249,00'],
    ['1,249.00', '1 249,00'],
    ['10.', '10,00'],
    ['ten', 'ten'],
  ])('%s is tidied to %s', (text, tidy) => {
    expect(tidyAmount(text, 'NOK').replaceAll('\u00a0', ' ')).toBe(tidy)
  })

  it('are refused with an example and the decimals of the currency', () => {
    expect(readAmount('ten', 'NOK')).toMatchObject({ problem: expect.stringMatching(/1.249,00/) })
    expect(readAmount('1,2345', 'NOK')).toMatchObject({
      problem: expect.stringMatching(/2 decimals/),
    })
    expect(readAmount('1,5', 'JPY')).toMatchObject({
      problem: 'JPY has no decimals.',
    })
  })
})

describe('typed figures', () => {
  it.each([
    ['2', 2_000_000],
    ['0,35', 350_000],
    ['0.350001', 350_001],
    ['2,', 2_000_000],
    ['0,3500001', null],
    ['-1', null],
    ['', null],
  ])('quantity %s is %s', (text, micros) => {
    expect(parseQuantity(text)).toBe(micros)
  })

  it.each([
    ['25', 2500],
    ['2,5 %', 250],
    ['x', null],
  ])('rate %s is %s', (text, basisPoints) => {
    expect(parsePercent(text)).toBe(basisPoints)
  })
})

it('says how long a refund takes only where that is known', () => {
  expect(refundArrival('klarna.klarna')).toBe('through Klarna, usually within 1 to 3 business days')
  expect(refundArrival('santander.debit_account')).toBe('through Santander')
})
