import { LOCALES } from '@/lib/format/locale'
import { MESSAGES } from '@/messages'
import type { Messages } from '@/messages/en'

/** A reason that people pick from a list. */
export type ReasonCode = keyof Messages['reasons']

const CODES = Object.keys(MESSAGES.en.reasons) as ReasonCode[]

/** Which reason a text stands for, in whatever language it was picked; *other* for any other text. */
export function reasonCode(text: string | null): ReasonCode {
  const isMeant = (code: ReasonCode) =>
    LOCALES.some((locale) => MESSAGES[locale].reasons[code] === text)
  return CODES.find(isMeant) ?? 'other'
}
