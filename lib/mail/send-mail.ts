import { createTransport } from 'nodemailer'
import { LIMITS } from '@/lib/config/limits'
import type { MailSettings } from '@/lib/config/mail-settings'

export interface Mail {
  /** One e-mail address. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * Hands a mail to the server, within `LIMITS.mail.wholeMs`. Rejects unless the server said that it
 * takes the mail for its recipient: then it may have it all the same, if its response was lost.
 */
export async function sendMail({ server, sender }: MailSettings, mail: Mail): Promise<void> {
  const { host, port, isTlsFirst: secure, requiresTls: requireTLS, credentials } = server
  const { connectMs, silenceMs, wholeMs } = LIMITS.mail
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS,
    // On this machine STARTTLS would only add a certificate that no one has issued.
    ignoreTLS: !requireTLS,
    connectionTimeout: connectMs,
    dnsTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(credentials !== null && {
      auth: { user: credentials.user, pass: credentials.password },
    }),
  })
  try {
    await transport.sendMail({
      from: { name: sender.name, address: sender.address },
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
      signal: AbortSignal.timeout(wholeMs),
    })
  } finally {
    transport.close()
  }
}

/** The parts of an error of `sendMail` that quote neither the mail nor the server. */
export function mailErrorFacts(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return {}
  const { code, command, responseCode } = error as {
    readonly code?: unknown
    readonly command?: unknown
    readonly responseCode?: unknown
  }
  return { code: code ?? error.name, command, responseCode }
}
