import type { Texts } from '@/lib/i18n/i18n'
import type { SearchState } from './use-find'

interface Shown {
  readonly text: string
  /** The number of choices, also those that are no payments. */
  readonly choices: number
}

/** The state of a palette search. *None* is reported only after a complete search. */
export function describeSearch(
  search: SearchState,
  { text, choices }: Shown,
  t: Texts<'commands'>,
): string {
  switch (search.kind) {
    case 'too_short':
      return t('palette.tooShort')
    case 'searching':
      return t('palette.searching')
    case 'signed_out':
      return t('palette.signedOut')
    case 'failed':
      return t('palette.failed')
    case 'found':
      if (search.rows.length > 0) return t('palette.count', { count: choices })
      return t(search.isWhole ? 'palette.nothing' : 'palette.noneOfNewest', { text: text.trim() })
  }
}
