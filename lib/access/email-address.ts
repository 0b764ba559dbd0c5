import { LIMITS } from '@/lib/config/limits'

/** An e-mail address in the form in which accounts are kept: trimmed and in lower case; null when it is none. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase()
  const isEmail =
    email.length <= LIMITS.access.emailLength && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)
  return isEmail ? email : null
}
