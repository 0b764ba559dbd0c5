import { expect, it } from 'vitest'
import { i18nFor } from '@/lib/i18n/i18n'
import { describeSearch } from './describe-search'

const { t } = i18nFor('en', 'Europe/Oslo', 'commands')

it('palette search: reports no match only after a complete search', () => {
  const shown = { text: ' A-1 ', choices: 1 }
  const none = { kind: 'found', rows: [] } as const
  expect(describeSearch({ ...none, isWhole: true }, shown, t)).toBe('No transaction matches “A-1”.')
  expect(describeSearch({ ...none, isWhole: false }, shown, t)).toBe(
    'None of the newest transactions matches “A-1”. Show all matches to look further.',
  )
})
