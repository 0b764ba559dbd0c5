import type { OperationView } from '@/lib/domain/view/transaction-view'
import { describeAge, deadlineText } from '@/lib/i18n/describe-age'
import { describeStatusDetail } from '@/lib/i18n/describe-status-detail'
import type { I18n } from '@/lib/i18n/i18n'

export interface CheckDescription {
  /** The result of the last check at the provider. */
  readonly found: string
  /** The number of checks, and the time of the next one. */
  readonly looks: string
}

/** The checks that repair has made of an open operation, and its next one. */
export function describeCheck(operation: OperationView, now: Date, i18n: I18n): CheckDescription {
  const { state, message, lastCheckFound } = operation
  const { t } = i18n
  switch (state) {
    case 'intended':
      return { found: t('operations.look.aboutToBeSent'), looks: '' }
    case 'sending':
      return { found: t('operations.look.waiting'), looks: '' }
    case 'needs_review': {
      const notProven = t('operations.look.notProven')
      const detail = message ?? lastCheckFound
      return {
        found: detail === null ? notProven : `${notProven} ${describeStatusDetail(t, detail)}`,
        looks: looksText(operation, now, i18n),
      }
    }
    default: {
      const detail = lastCheckFound ?? message
      return {
        found: detail === null ? t('operations.look.none') : describeStatusDetail(t, detail),
        looks: looksText(operation, now, i18n),
      }
    }
  }
}

/** "Looked 3 times, 2 min ago · next look in 8 min". */
function looksText(operation: OperationView, now: Date, i18n: I18n): string {
  const { checks, lastCheckedAt, nextCheckAt, state } = operation
  const { t } = i18n
  const wasChecked = checks > 0 && lastCheckedAt !== null
  const past = wasChecked ? { count: checks, age: describeAge(lastCheckedAt, now, i18n) } : null
  if (state === 'needs_review') {
    return past === null ? t('operations.look.person') : t('operations.look.lookedThenPerson', past)
  }
  if (nextCheckAt === null) return past === null ? '' : t('operations.look.looked', past)
  if (nextCheckAt <= now) {
    return past === null ? t('operations.look.nextNow') : t('operations.look.lookedNextNow', past)
  }
  const next = deadlineText(nextCheckAt, now, i18n).text
  return past === null
    ? t('operations.look.nextIn', { next })
    : t('operations.look.lookedNextIn', { ...past, next })
}
