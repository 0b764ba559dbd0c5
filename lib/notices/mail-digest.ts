import type { Database } from '@/db/client'
import type { ClaimedSend, SendEnd } from '@/db/queries/notice/claim-sends'
import { findDigest, findMailReceiver, type MailReceiver } from '@/db/queries/notice/find-digest'
import { readSettingsOf } from '@/db/queries/access/organization-settings'
import { env } from '@/lib/config/env'
import type { Locale } from '@/lib/domain/access/person-settings'
import type { Digest } from '@/lib/domain/view/notice-digest'
import { describeDigest, describeItem } from '@/lib/i18n/describe-digest'
import { i18nFor } from '@/lib/i18n/i18n'
import { escapeHtml, htmlMail } from '@/lib/mail/html-mail'
import { mailSettings } from '@/lib/mail/mail-server'
import { mailErrorFacts, sendMail, type Mail } from '@/lib/mail/send-mail'
import { log } from '@/lib/observability/log'

/** Mails what a send has to say to its person, in the person's language. */
export async function mailDigest(database: Database, send: ClaimedSend): Promise<SendEnd> {
  const settings = mailSettings()
  const person = await findMailReceiver(database, send)
  if (settings === null || person === null) {
    return { end: 'failed', problem: 'no_receiver', status: null }
  }
  const digest = await findDigest(database, send)
  if (digest.count === 0) return { end: 'empty' }
  try {
    await sendMail(settings, await wordMail(database, person, digest))
    return { end: 'sent', status: null }
  } catch (error) {
    const facts = mailErrorFacts(error)
    log().warn({ sendId: send.id, ...facts }, 'notices could not be mailed')
    const status = typeof facts['responseCode'] === 'number' ? facts['responseCode'] : null
    return { end: 'retry', problem: status === null ? 'no_response' : 'refused', status }
  }
}

/** The language and the time zone that the business has for whoever has chosen none. */
export async function readerForAll(
  database: Database,
): Promise<{ readonly languages: readonly Locale[]; readonly timeZone: string }> {
  const { values } = await readSettingsOf(database, ['languages', 'time_zone'])
  return { languages: values.languages, timeZone: values.time_zone ?? env().PAYDESK_TIME_ZONE }
}

async function wordMail(
  database: Database,
  { email, language, timeZone }: MailReceiver,
  digest: Digest,
): Promise<Mail> {
  const ofAll = await readerForAll(database)
  const isOffered = language !== null && ofAll.languages.includes(language)
  const locale = isOffered ? language : (ofAll.languages[0] ?? 'en')
  const i18n = i18nFor(locale, timeZone ?? ofAll.timeZone)
  const { t } = i18n
  const addressOf = (path: string): string => new URL(path, env().NEXTAUTH_URL).href
  const items = digest.items.map((item) => {
    const { text, path } = describeItem(item, digest.kind, i18n)
    return { text, address: addressOf(path) }
  })
  const head = describeDigest(digest, i18n)
  const left = digest.count - items.length
  const more = left === 0 ? [] : [t('notices.digest.more', { count: left })]
  const foot = [
    t('notices.digest.whole', { address: addressOf('/notices') }),
    t('notices.digest.why', { address: addressOf('/account#notices') }),
  ]
  const rows = items.map(
    ({ text, address }) => `<li><a href="${escapeHtml(address)}">${escapeHtml(text)}</a></li>`,
  )
  const html = [
    `<p>${escapeHtml(head)}</p>`,
    `<ul>\n${rows.join('\n')}\n</ul>`,
    ...[...more, ...foot].map((text) => `<p>${escapeHtml(text)}</p>`),
  ].join('\n')
  const listed = items.map(({ text, address }) => `${text}\n${address}`)
  return {
    to: email,
    subject: `Paydesk: ${head}`,
    text: `${[head, ...listed, ...more, ...foot].join('\n\n')}\n`,
    html: htmlMail({ language: locale, subject: head, html }),
  }
}
