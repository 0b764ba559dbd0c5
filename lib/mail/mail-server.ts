import { env } from '@/lib/config/env'
import type { MailSettings } from '@/lib/config/mail-settings'

/** The mail server of the environment; null where there is none. */
export function mailSettings(): MailSettings | null {
  const { PAYDESK_SMTP_URL: server, PAYDESK_MAIL_FROM: sender } = env()
  return server === null || sender === null ? null : { server, sender }
}
