import { randomUUID } from 'node:crypto'
import { readSetting } from '@/db/queries/access/organization-settings'
import {
  changeSetting,
  type SettingChanged,
  type SettingContext,
} from '@/lib/business/change-setting'
import { env } from '@/lib/config/env'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { isLocal } from '@/lib/config/local-address'
import type { NoticeWebhookInput } from '@/lib/domain/access/notice-inputs'
import type { Digest } from '@/lib/domain/view/notice-digest'
import { NOTICE_KINDS, type SendProblem } from '@/lib/domain/notice/notice'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { callAddress } from './call-address'
import { i18nForAll } from './call-webhook'
import { webhookBody } from './webhook-body'
import { openWebhookUrl, sealWebhookUrl } from './webhook-secret'

/**
 * Sets where the business has notices sent, and which kinds; none takes the webhook away. Fails with
 * `invalid_input` for `url`, which the page words, and as `changeSetting` does.
 */
export async function setWebhook(
  context: SettingContext,
  { url: typed, shape, kinds, seenAt }: NoticeWebhookInput,
): Promise<Result<SettingChanged>> {
  if (kinds.length === 0)
    return changeSetting(context, { key: 'notice_webhook', value: null, seenAt })
  const known = await readSetting(context.database, 'notice_webhook')
  const address = typed.trim()
  const chosen = { shape, kinds: NOTICE_KINDS.filter((kind) => kinds.includes(kind)) }
  if (address === '') {
    if (known === null) return malformedAddress()
    const value = Object.assign({}, known, chosen)
    return changeSetting(context, { key: 'notice_webhook', value, seenAt })
  }
  const url = parseAddress(address)
  if (url === null) return malformedAddress()
  const sealedSecret = sealWebhookUrl(url.href, encryptionKeys())
  const value = { sealedSecret, host: url.host, ...chosen }
  return changeSetting(context, { key: 'notice_webhook', value, seenAt })
}

function malformedAddress(): Result<never> {
  return failure('invalid_input', { values: { field: 'url' }, field: 'url' })
}

/** An https address without a name and a password in it; http only to this machine, where that is allowed. */
function parseAddress(text: string): URL | null {
  if (text.length > LIMITS.notice.webhook.urlLength || !URL.canParse(text)) return null
  const url = new URL(text)
  const isAllowedHere = url.protocol === 'http:' && isLocal(url) && env().PAYDESK_LOCAL_WEBHOOKS
  if (url.protocol !== 'https:' && !isAllowedHere) return null
  return url.username === '' && url.password === '' ? url : null
}

/** What a test says: made up, and of no payment. */
function exampleDigest(at: string): Digest {
  const item = {
    orderReference: 'TEST-1',
    provider: null,
    amountMinor: 12_345,
    currency: 'NOK',
    operation: 'refund',
    operationId: null,
    batchId: null,
    transactionId: null,
    at,
  } as const
  return { kind: 'refund_failed', count: 1, items: [item] }
}

/** What became of a test: `problem` is null when it was delivered, `status` that of a response. */
interface WebhookTest {
  readonly problem: SendProblem | null
  readonly status: number | null
}

/** Calls the webhook once with made-up contents. */
export async function testWebhook({
  actor,
  database,
}: SettingContext): Promise<Result<WebhookTest>> {
  if (actor.scope !== 'all') return failure('setting_of_all_connections')
  const webhook = await readSetting(database, 'notice_webhook')
  if (webhook === null) return success({ problem: 'no_receiver', status: null })
  const url = openWebhookUrl(webhook, encryptionKeys())
  if (!url.ok) return success({ problem: 'unreadable_address', status: null })
  const createdAt = new Date().toISOString()
  const id = randomUUID()
  const contents = { id, createdAt, digest: exampleDigest(createdAt) }
  const body = webhookBody(webhook.shape, contents, await i18nForAll(database))
  const called = await callAddress({ url: url.value, id, body })
  return success({ problem: called.ok ? null : called.problem, status: called.status })
}
