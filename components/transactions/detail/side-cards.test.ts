import { expect, it } from 'vitest'
import { mailLink, phoneLink } from './side-cards'

it('e-mail link: is a mailto link with the address percent-encoded', () => {
  expect(mailLink('kari.nordmann+shop@example.no')).toBe('mailto:kari.nordmann%2Bshop@example.no')
})

it.each(['a@b.no?bcc=x@y.no', 'a@b.no&cc=x', 'a@b.no#x', 'a@b.no\r\nBcc: x', 'a@b.no%0ABcc:x'])(
  'e-mail link: %j adds no field to the message',
  (email) => {
    const link = new URL(mailLink(email))
    expect([link.search, link.hash]).toEqual(['', ''])
    expect(decodeURIComponent(link.pathname)).toBe(email)
  },
)

it.each([
  ['+47 99 99 99 99', 'tel:+4799999999'],
  ['(0047) 22-33', 'tel:00472233'],
  ['123;ext=1?x=y', 'tel:1231'],
  ['*#06#', 'tel:06'],
])('telephone link: for %s is %s', (phone, link) => {
  expect(phoneLink(phone)).toBe(link)
})

it('telephone link: is undefined without a digit', () => {
  expect(phoneLink('n/a')).toBeUndefined()
})
