import type { Texts } from '@/lib/i18n/wording'

/** Why a provider said no: in the reader's language where we know the code, else as it is stored. */
export function refusalWords(
  t: Texts,
  refusal: { readonly code: string; readonly message: string },
): string {
  const key = `providerErrors.${refusal.code}` as 'providerErrors.no_reason'
  return t.has(key) ? t(key) : refusal.message
}
