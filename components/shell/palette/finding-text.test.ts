import { expect, it } from 'vitest'
import { wordingFor } from '@/lib/i18n/i18n'
import { findingText } from './finding-text'

const { t } = wordingFor('en', 'Europe/Oslo', 'commands')

it('says that nothing matches only when everything was looked at', () => {
  const shown = { text: ' A-1 ', choices: 1 }
  const none = { kind: 'found', rows: [] } as const
  expect(findingText({ ...none, isWhole: true }, shown, t)).toBe('No transaction matches “A-1”.')
  expect(findingText({ ...none, isWhole: false }, shown, t)).toBe(
    'None of the newest transactions matches “A-1”. Show all matches to look further.',
  )
})
