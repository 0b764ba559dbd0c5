import { expect, it } from 'vitest'
import { rolesText } from './describe-not-permitted'
import { i18nFor } from './i18n'

it('roles: names the roles that may', () => {
  const en = i18nFor('en', 'Europe/Oslo', 'roles')
  const nb = i18nFor('nb', 'Europe/Oslo', 'roles')
  expect(rolesText('operate:refund', en.t, en.formats)).toBe('Support or Admin')
  expect(rolesText('operate:refund', nb.t, nb.formats)).toBe('Kundestøtte eller Administrator')
  expect(rolesText('write_note', en.t, en.formats)).toBe('Merchant staff, Support or Admin')
})
