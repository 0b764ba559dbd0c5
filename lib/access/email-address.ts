import { LIMITS } from '@/lib/config/limits'

/** One address and no list of them, no name beside it, and no quotes: what a mail server takes in all places. */
const ADDRESS = /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+$/u

/** An e-mail address in the form in which accounts are kept: trimmed and in lower case; null when it is none. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= LIMITS.access.emailLength && ADDRESS.test(email) ? email : null
}
