import type { Database } from '@/db/client'
import { readSetting } from '@/db/queries/access/organization-settings'
import type { ClaimedSend, SendEnd } from '@/db/queries/notice/claim-sends'
import { findDigest } from '@/db/queries/notice/find-digest'
import { encryptionKeys } from '@/lib/config/key-ring'
import { i18nFor, type I18n } from '@/lib/i18n/i18n'
import { log } from '@/lib/observability/log'
import { callAddress, type CallEnd } from './call-address'
import { readerForAll } from './mail-digest'
import { webhookBody } from './webhook-body'
import { openWebhookUrl } from './webhook-secret'

/** Calls the webhook with what a send has to say. */
export async function callWebhook(database: Database, send: ClaimedSend): Promise<SendEnd> {
  const webhook = await readSetting(database, 'notice_webhook')
  if (webhook === null) return { end: 'failed', problem: 'no_receiver', status: null }
  const url = openWebhookUrl(webhook, encryptionKeys())
  if (!url.ok) return { end: 'retry', problem: 'unreadable_address', status: null }
  const digest = await findDigest(database, send)
  if (digest.count === 0) return { end: 'empty' }
  const { id, createdAt } = send
  const body = webhookBody(webhook.shape, { id, createdAt, digest }, await i18nForAll(database))
  return endOf(send, await callAddress({ url: url.value, id, body }))
}

function endOf({ id }: ClaimedSend, called: CallEnd): SendEnd {
  if (called.ok) return { end: 'sent', status: called.status }
  const { problem, status } = called
  log().warn({ sendId: id, problem, status }, 'the webhook of notices was not reached')
  const isFinal = problem === 'redirect' || problem === 'forbidden_address'
  return { end: isFinal ? 'failed' : 'retry', problem, status }
}

/** Words for those who read the webhook: in the business's first language and its time zone. */
export async function i18nForAll(database: Database): Promise<I18n> {
  const { languages, timeZone } = await readerForAll(database)
  return i18nFor(languages[0] ?? 'en', timeZone)
}
