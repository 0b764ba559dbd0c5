import type { NoticeLine } from '@/lib/domain/view/notice-line'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { joinSums } from './describe-batch'
import type { I18n } from './i18n'

/** What a notice says, what stands below it in small type, and where it leads. */
export interface DescribedNotice {
  readonly text: string
  readonly detail: string
  readonly path: string
}

/** The list of what expires today; a day that is over has nothing left in it. */
const EXPIRING_PATH = '/transactions?view=expiring'

/** A line of one's notices in words. @param today the day of the business, "2026-12-01" */
export function describeNotice(line: NoticeLine, i18n: I18n, today: string): DescribedNotice {
  const { t, formats } = i18n
  const sum = joinSums(line.sums, formats)
  if (line.kind === 'expiring_today') return describeExpiring(line, sum, i18n, today)
  if (line.kind === 'batch_ended') {
    const operation = operationName(line.batchKind, i18n)
    return {
      text: t(line.isStopped ? 'notices.about.batchStopped' : 'notices.about.batchEnded', {
        operation,
      }),
      detail: '',
      path: `/transactions/batches/${line.batchId ?? ''}`,
    }
  }
  const operation = operationName(line.operationKind, i18n)
  return {
    text: t(`notices.about.${line.kind}`, { operation, sum }),
    detail: [describeOrder(line, i18n), ...describeSettled(line, i18n)].join(' · '),
    path: `/operations/${line.operationId ?? ''}`,
  }
}

function describeExpiring(
  { count, day, at }: NoticeLine,
  sums: string,
  { t, formats }: I18n,
  today: string,
): DescribedNotice {
  const isToday = day === today
  const first = new Date(at)
  return {
    text: isToday
      ? t('notices.expires.today', { count })
      : t('notices.expires.onDay', { count, day: formats.day(first) }),
    detail: t('notices.expires.detail', { sums, time: formats.time(first) }),
    path: isToday ? `${EXPIRING_PATH}&due=today` : EXPIRING_PATH,
  }
}

/** What has become of it since, where that is something else. */
function describeSettled({ kind, operationState }: NoticeLine, { t }: I18n): readonly string[] {
  const raisedIn = { unknown_long: 'unknown', review_waiting: 'needs_review' } as const
  if (operationState === null || (kind !== 'unknown_long' && kind !== 'review_waiting')) return []
  if (operationState === raisedIn[kind]) return []
  return [t('notices.settled', { state: t(`states.${operationState}`) })]
}

/** "Order 4711 · Dintero" */
export function describeOrder(
  { orderReference, provider }: Pick<NoticeLine, 'orderReference' | 'provider'>,
  { t }: I18n,
): string {
  const order =
    orderReference === null
      ? t('notices.noOrder')
      : t('notices.order', { reference: orderReference })
  return provider === null ? order : `${order} · ${PROVIDER_LABELS[provider]}`
}

function operationName(kind: NoticeLine['operationKind'], { t }: I18n): string {
  return kind === null ? '' : t(`operationKinds.${kind}`)
}
