import { expect, it } from 'vitest'
import { readerLocale } from './reader-locale'

it.each([
  ['nb', null, 'nb'],
  ['no-NO', null, 'nb'],
  ['xx', 'fr, nn;q=0.9, en;q=0.8', 'nb'],
  [undefined, null, 'en'],
])('readerLocale: the cookie %s and the header %s give %s', (cookie, header, locale) => {
  expect(readerLocale(cookie, header)).toBe(locale)
})

it.each(['__proto__', 'constructor', 'toString', '\0', ''])(
  'readerLocale: %j is no language',
  (tag) => {
    expect(readerLocale(tag, tag)).toBe('en')
  },
)

it('a language that the business does not offer is passed over, also as the last resort', () => {
  expect(readerLocale('nb', 'nb,en;q=0.5', ['en'])).toBe('en')
  expect(readerLocale('en', 'en', ['nb'])).toBe('nb')
  expect(readerLocale(undefined, null, ['nb'])).toBe('nb')
  expect(readerLocale('nb', 'en', ['en', 'nb'])).toBe('nb')
})
