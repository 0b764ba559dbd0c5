import { expect, it } from 'vitest'
import { parseEmail } from './email-address'

it.each([
  [' Anna@Example.com ', 'anna@example.com'],
  ['anna.lie+shop@æøå.example', 'anna.lie+shop@æøå.example'],
  ["o'neil_{x}@example.com", "o'neil_{x}@example.com"],
])('an e-mail address: %s', (text, email) => {
  expect(parseEmail(text)).toBe(email)
})

it.each([
  'anna',
  'anna lie@example.com',
  'anna@example.com,eve@example.com',
  'eve@evil.example,anna',
  'eve,anna@example.com',
  'anna@example.com;eve',
  'eve;anna@example.com',
  'anna@example,com',
  'Anna <anna@example.com>',
  '"anna"@example.com',
  'group:anna@example.com',
  'anna(x)@example.com',
  'anna@[127.0.0.1]',
  'an\\na@example.com',
])('no e-mail address: %s', (text) => {
  expect(parseEmail(text)).toBeNull()
})
