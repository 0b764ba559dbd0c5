import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { ShownLink } from '@/lib/domain/access/person'
import type { Locale } from '@/lib/domain/access/person-settings'
import { i18nFor } from '@/lib/i18n/i18n'
import { log } from '@/lib/observability/log'
import { escapeHtml, htmlMail } from './html-mail'
import { mailSettings } from './mail-server'
import { mailErrorFacts, sendMail, type Mail } from './send-mail'

/** A one-time link that was just made, for the person whom it is for. */
export interface LinkMail {
  readonly name: string
  readonly email: string
  readonly address: string
  /** False for a person who has a password already. */
  readonly isInvitation: boolean
  /** The name of who made it. */
  readonly madeBy: string
  readonly language: Locale
}

/**
 * Mails a one-time link. Never rejects: the link is there already, and is shown in any case. Neither
 * the link nor whom it is for is logged.
 */
export async function mailLink(link: LinkMail, requestId: string): Promise<ShownLink['mail']> {
  const settings = mailSettings()
  if (settings === null) return 'no_server'
  try {
    await sendMail(settings, linkMail(link))
    return 'mailed'
  } catch (error) {
    const facts = mailErrorFacts(error)
    log().warn({ requestId, ...facts }, 'a one-time link could not be mailed')
    return 'not_mailed'
  }
}

function linkMail({ name, email, address, isInvitation, madeBy, language }: LinkMail): Mail {
  const { t } = i18nFor(language, env().PAYDESK_TIME_ZONE)
  const kind = isInvitation ? 'invitation' : 'reset'
  const hours = LIMITS.access.linkValidS / 3_600
  const subject = t(`mails.${kind}.subject`, { madeBy })
  const paragraphs = [
    t('mails.greeting', { name }),
    t(`mails.${kind}.meaning`, { madeBy, site: new URL(address).origin }),
    address,
    t('mails.validity', { hours }),
    t('mails.unexpected'),
  ]
  const html = paragraphs
    .map((text) =>
      text === address ? anchor(address, t(`mails.${kind}.button`)) : escapeHtml(text),
    )
    .map((content) => `<p>${content}</p>`)
    .join('\n')
  return {
    to: email,
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: htmlMail({ language, subject, html }),
  }
}

/** The link by its words, and the address itself below for those who see no links in mails. */
function anchor(address: string, words: string): string {
  const href = escapeHtml(address)
  return `<a href="${href}">${escapeHtml(words)}</a><br><small>${href}</small>`
}
