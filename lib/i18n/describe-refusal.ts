import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import { describeStatusDetail } from './describe-status-detail'
import type { Texts } from './i18n'

/**
 * The reason of a refusal: in the reader’s language where we know the code, else as it is stored,
 * together with what was done elsewhere.
 * The name of a message has no dots: the code `700.300.400` is worded by `700_300_400`.
 */
export function describeRefusal(
  t: Texts,
  refusal: { readonly code: string | null; readonly message: StatusDetail },
): string {
  const { code, message } = refusal
  if (code === null) return describeStatusDetail(t, message)
  const key = `providerErrors.${code.replaceAll('.', '_')}` as 'providerErrors.no_reason'
  if (!t.has(key)) return describeStatusDetail(t, message)
  const hasMore = typeof message !== 'string' && message.code === 'refused_with_change'
  if (!hasMore) return t(key)
  return describeStatusDetail(t, {
    code: message.code,
    values: { ...message.values, said: t(key) },
  })
}
