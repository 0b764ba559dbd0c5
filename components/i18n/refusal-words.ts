import type { Texts } from '@/lib/i18n/wording'

/** Why a provider said no: in the reader's language where we know the code, else as it is stored. */
export function refusalWords(
  t: Texts<'providerErrors'>,
  refusal: { readonly code: string; readonly message: string },
): string {
  const key = refusal.code as Parameters<typeof t.has>[0]
  return t.has(key) ? t(key) : refusal.message
}
