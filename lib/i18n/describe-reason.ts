import { readReason } from '@/lib/domain/operation/reason'
import type { Texts } from './i18n'

/** The reason of a request: a picked reason in the reader's language, a written one as it is. */
export function describeReason(t: Texts, reason: string): string {
  const { code, note } = readReason(reason)
  if (code === null) return note
  const words = t(`reasons.${code}`)
  return note === '' ? words : `${words}: ${note}`
}
