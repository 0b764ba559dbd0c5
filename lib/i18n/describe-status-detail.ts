import { readReason } from '@/lib/domain/operation/reasons'
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

/** The reason of a request: a picked reason in the reader's language, a written one as it is. */
export function describeReason(t: Texts, reason: string): string {
  const { code, note } = readReason(reason)
  if (code === null) return note
  const words = t(`reasons.${code}`)
  return note === '' ? words : `${words}: ${note}`
}
