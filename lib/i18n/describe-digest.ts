import type { Digest, DigestItem } from '@/lib/domain/view/notice-digest'
import type { NoticeKind } from '@/lib/domain/notice/notice'
import { describeOrder } from './describe-notice'
import type { I18n } from './i18n'

/** "3 payments expire today": what a send to a person is about. */
export function describeDigest({ kind, count }: Digest, { t }: I18n): string {
  return t(`notices.digest.${kind}`, { count })
}

/** The same for those who read a webhook: no batch is their own. */
export function describeDigestForAll(digest: Digest, i18n: I18n): string {
  const { kind, count } = digest
  return kind === 'batch_ended'
    ? i18n.t('notices.digest.batches', { count })
    : describeDigest(digest, i18n)
}

/** "Order 4711 · Dintero · NOK 100.00 · until 14:00": one notice of a send, with where it leads. */
export function describeItem(
  item: DigestItem,
  kind: NoticeKind,
  i18n: I18n,
): { readonly text: string; readonly path: string } {
  const { t, formats } = i18n
  const operation = item.operation === null ? '' : t(`operationKinds.${item.operation}`)
  if (kind === 'batch_ended') {
    return { text: operation, path: `/transactions/batches/${item.batchId ?? ''}` }
  }
  const { amountMinor, currency } = item
  const sum = amountMinor === null || currency === null ? '' : formats.money(amountMinor, currency)
  const order = describeOrder(item, i18n)
  const isExpiring = kind === 'expiring_today'
  const parts = isExpiring
    ? [order, sum, t('notices.until', { time: formats.time(new Date(item.at)) })]
    : [`${operation} ${sum}`, order]
  const path = isExpiring
    ? `/transactions/${item.transactionId ?? ''}`
    : `/operations/${item.operationId ?? ''}`
  return { text: parts.join(' · '), path }
}
