import { expect, it } from 'vitest'
import { countText } from './count-text'

it('groups counts as amounts are grouped', () => {
  expect(countText(12_480)).toBe('12\u00a0480')
  expect(countText(7)).toBe('7')
})
