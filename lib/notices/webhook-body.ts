import { env } from '@/lib/config/env'
import type { Digest } from '@/lib/domain/view/notice-digest'
import type { WebhookShape } from '@/lib/domain/notice/notice'
import { describeDigestForAll, describeItem } from '@/lib/i18n/describe-digest'
import type { I18n } from '@/lib/i18n/i18n'

interface Contents {
  readonly id: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly digest: Digest
}

/** What a call to the webhook carries, in the shape that the receiver reads. */
export function webhookBody(shape: WebhookShape, contents: Contents, i18n: I18n): unknown {
  return shape === 'slack' ? slackBody(contents, i18n) : plainBody(contents, i18n)
}

function addressOf(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).href
}

function plainBody({ id, createdAt, digest }: Contents, i18n: I18n) {
  return {
    id,
    kind: digest.kind,
    createdAt,
    text: describeDigestForAll(digest, i18n),
    count: digest.count,
    notices: digest.items.map((item) => {
      const { text, path } = describeItem(item, digest.kind, i18n)
      const { orderReference, provider, operation, amountMinor, currency, at } = item
      return {
        text,
        orderReference,
        provider,
        operation,
        amountMinor,
        currency,
        at,
        address: addressOf(path),
      }
    }),
  }
}

function slackBody({ digest }: Contents, i18n: I18n) {
  const { kind, count, items } = digest
  const rows = items.map((item) => {
    const { text, path } = describeItem(item, kind, i18n)
    return `• <${addressOf(path)}|${escapeSlack(text)}>`
  })
  const left = count - items.length
  const more = left === 0 ? [] : [escapeSlack(i18n.t('notices.digest.more', { count: left }))]
  const head = `*${escapeSlack(describeDigestForAll(digest, i18n))}*`
  return { text: [head, ...rows, ...more].join('\n') }
}

/** Slack reads these three signs; the bar would end the address of a link. */
function escapeSlack(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('|', '¦')
}
