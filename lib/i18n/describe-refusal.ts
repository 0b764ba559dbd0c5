import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import { describeStatusDetail } from './describe-status-detail'
import type { Texts } from './i18n'

/**
 * The reason of a refusal: in the reader’s language where we know the code, else as it is stored.
 * The name of a message has no dots: the code `700.300.400` is worded by `700_300_400`.
 */
export function describeRefusal(
  t: Texts,
  refusal: { readonly code: string | null; readonly message: StatusDetail },
): string {
  if (refusal.code === null) return describeStatusDetail(t, refusal.message)
  const key = `providerErrors.${refusal.code.replaceAll('.', '_')}` as 'providerErrors.no_reason'
  return t.has(key) ? t(key) : describeStatusDetail(t, refusal.message)
}
