import { readReason, REASON_CODES, type ReasonCode } from '@/lib/domain/operation/reasons'
import { LOCALES } from '@/lib/domain/access/person-settings'
import { MESSAGES } from '@/messages'

/**
 * The code of the reason that a text stands for, *other* for any text that was written freely.
 * Reasons were once stored in the language of the person who picked them.
 */
export function reasonCode(text: string | null): ReasonCode {
  const isMeant = (code: (typeof REASON_CODES)[number]) =>
    LOCALES.some((locale) => MESSAGES[locale].reasons[code] === text)
  return readReason(text ?? '').code ?? REASON_CODES.find(isMeant) ?? 'other'
}
