import { expect, it } from 'vitest'
import { wordingFor } from '@/lib/i18n/i18n'
import { rolesText } from './roles'

it('names whom to ask', () => {
  const en = wordingFor('en', 'Europe/Oslo', 'roles')
  const nb = wordingFor('nb', 'Europe/Oslo', 'roles')
  expect(rolesText('operate:refund', en.t, en.formats)).toBe('Support or Admin')
  expect(rolesText('operate:refund', nb.t, nb.formats)).toBe('Kundestøtte eller Administrator')
  expect(rolesText('write_note', en.t, en.formats)).toBe('Merchant staff, Support or Admin')
})
