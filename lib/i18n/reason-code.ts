import { readReason, REASON_CODES, type ReasonCode } from '@/lib/domain/operation/reason'
import { LOCALES } from '@/lib/format/locale'
import { MESSAGES } from '@/messages'

/**
 * Which reason a text stands for, *other* for any text that was written freely. Reasons were once
 * kept in the words of whoever picked them.
 */
export function reasonCode(text: string | null): ReasonCode {
  const isMeant = (code: ReasonCode) =>
    LOCALES.some((locale) => MESSAGES[locale].reasons[code] === text)
  return readReason(text ?? '').code ?? REASON_CODES.find(isMeant) ?? 'other'
}
