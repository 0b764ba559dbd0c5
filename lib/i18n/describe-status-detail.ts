import { readReason, reasonInWords, type ReasonCode } from '@/lib/domain/operation/reasons'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import type { Texts } from './i18n'

/** A status detail: ours in the reader’s language, that of others as it came. */
export function describeStatusDetail(t: Texts, detail: StatusDetail): string {
  if (typeof detail === 'string') return detail
  // All status details may have placeholders; the compiler cannot check them all at once.
  return t(`statusDetails.${detail.code}` as 'statusDetails.no_clear_result', {
    code: detail.code,
    ...detail.values,
  })
}

/**
 * The name of a picked reason: the business's own, which is among the texts of its pages, or ours. One that
 * is not listed is read from its code.
 */
export function reasonName(t: Texts, code: ReasonCode): string {
  const key = `reasons.${code}` as 'reasons.other'
  return t.has(key) ? t(key) : reasonInWords(code)
}

/** The reason of a request: a picked reason in the reader's language, a written one as it is. */
export function describeReason(t: Texts, reason: string): string {
  const { code, note } = readReason(reason)
  if (code === null) return note
  const words = reasonName(t, code)
  return note === '' ? words : `${words}: ${note}`
}
