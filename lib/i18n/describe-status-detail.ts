import type { Said } from '@/lib/domain/operation/saying'
import type { Texts } from './i18n'

/** What was said about an operation: ours in the reader’s language, that of others as it came. */
export function saidWords(t: Texts, said: Said): string {
  if (typeof said === 'string') return said
  // All sayings may have places; the compiler cannot hold them all at once.
  return t(`sayings.${said.code}` as 'sayings.no_clear_result', {
    code: said.code,
    ...said.values,
  })
}
