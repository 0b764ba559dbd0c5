import type { Locale } from '@/lib/domain/access/person-settings'
import { en, type Messages } from './en'
import { nb } from './nb'

/** All texts of the screen by language. Their types are those of the English ones. */
export const MESSAGES: Readonly<Record<Locale, Messages>> = { en, nb: nb as unknown as Messages }
