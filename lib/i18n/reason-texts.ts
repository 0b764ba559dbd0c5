import type { BusinessSettings } from '@/lib/domain/access/organization-settings'
import { LOCALES } from '@/lib/domain/access/person-settings'
import { readReason, REASON_CODES, type ReasonCode } from '@/lib/domain/operation/reasons'
import { MESSAGES } from '@/messages'
import type { Messages } from '@/messages/en'
import { catalogueText } from './catalogue'

/**
 * The code of the reason that a text stands for, *other* for any text that was written freely.
 * Reasons were once stored in the language of the person who picked them.
 */
export function reasonCode(text: string | null): ReasonCode {
  const isMeant = (code: (typeof REASON_CODES)[number]) =>
    LOCALES.some((locale) => MESSAGES[locale].reasons[code] === text)
  return readReason(text ?? '').code ?? REASON_CODES.find(isMeant) ?? 'other'
}

/**
 * The names that the business gave to reasons, in every language the same. They go among the texts of a
 * page, so that whatever names a reason names these too. Null where there are none.
 */
export function ownReasonTexts({
  refund_reasons: refund,
  void_reasons: ofVoid,
}: BusinessSettings): Partial<Messages['reasons']> | null {
  const named = [...ofVoid, ...refund].flatMap(({ code, name }) =>
    name === null ? [] : [[code, catalogueText(quoteMessage(name))] as const],
  )
  return named.length === 0 ? null : Object.fromEntries(named)
}

/** A text as a message that says just that: what ICU gives a meaning is quoted. */
function quoteMessage(text: string): string {
  const at = text.search(/[{}<>]/)
  const doubled = (part: string) => part.replaceAll("'", "''")
  if (at === -1) return doubled(text)
  return `${doubled(text.slice(0, at))}'${doubled(text.slice(at))}'`
}
