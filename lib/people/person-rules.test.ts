import { expect, it } from 'vitest'
import { findPasswordProblem } from './person-rules'

it.each([12, 64, 200])('passwords: %i characters are permitted', (length) => {
  expect(findPasswordProblem('Ønske om 7 ulver '.repeat(12).slice(0, length), [])).toBeNull()
})

it.each([
  ['password_too_short', 11],
  ['password_too_long', 201],
])('passwords: %s with %i characters', (problem, length) => {
  expect(findPasswordProblem('Ønske om 7 ulver '.repeat(12).slice(0, length), [])).toBe(problem)
})
