import type { BusinessSettings } from '@/lib/domain/access/organization-settings'
import type { Messages } from '@/messages/en'

/**
 * The texts of reasons with the names that the business gave them, in every language the same. They are
 * among the texts of a page, so that whatever names a reason names these too.
 */
export function ownReasonTexts(
  texts: Messages['reasons'],
  { refund_reasons: refund, void_reasons: ofVoid }: BusinessSettings,
): Messages['reasons'] {
  const named = [...ofVoid, ...refund].flatMap(({ code, name }) =>
    name === null ? [] : [[code, quoteMessage(name)] as const],
  )
  return { ...texts, ...Object.fromEntries(named) }
}

/** A text as a message that says just that: what ICU gives a meaning is quoted. */
function quoteMessage(text: string): string {
  const at = text.search(/[{}<>]/)
  const doubled = (part: string) => part.replaceAll("'", "''")
  if (at === -1) return doubled(text)
  return `${doubled(text.slice(0, at))}'${doubled(text.slice(at))}'`
}
