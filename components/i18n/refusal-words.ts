import type { Said } from '@/lib/domain/saying'
import type { Texts } from '@/lib/i18n/wording'
import { saidWords } from './said-words'

/** Why it was not done: in the reader's language where we know the code, else as it is stored. */
export function refusalWords(
  t: Texts,
  refusal: { readonly code: string | null; readonly message: Said },
): string {
  const key = `providerErrors.${refusal.code}` as 'providerErrors.no_reason'
  return refusal.code !== null && t.has(key) ? t(key) : saidWords(t, refusal.message)
}
