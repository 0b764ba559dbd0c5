import { env } from '@/lib/config/env'

/** False where there is no mail server: then notices reach no one by mail. */
export function canMail(): boolean {
  return env().PAYDESK_SMTP_URL !== null
}
