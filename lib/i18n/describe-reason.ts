import { readReason } from '@/lib/domain/operation/reason'
import type { Texts } from './i18n'

/** Why something was asked for: what was picked in the reader's language, what was written as it is. */
export function describeReason(t: Texts, reason: string): string {
  const { code, note } = readReason(reason)
  if (code === null) return note
  const words = t(`reasons.${code}`)
  return note === '' ? words : `${words}: ${note}`
}
