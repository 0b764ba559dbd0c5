import type { OperationView } from '@/lib/domain/view/transaction-view'
import { describeAge, deadlineText } from '@/lib/i18n/describe-age'
import { describeStatusDetail } from '@/lib/i18n/describe-status-detail'
import type { I18n } from '@/lib/i18n/i18n'

export interface CheckDescription {
  /** The result of the last check at the provider. */
  readonly found: string
  /** The number of checks, and the time of the next one. */
  readonly checks: string
}

/** The checks that repair has made of an open operation, and its next one. */
export function describeCheck(operation: OperationView, now: Date, i18n: I18n): CheckDescription {
  const { state, message, lastCheckFound } = operation
  const { t } = i18n
  switch (state) {
    case 'intended':
      return { found: t('operations.checks.aboutToBeSent'), checks: '' }
    case 'sending':
      return { found: t('operations.checks.waiting'), checks: '' }
    case 'needs_review': {
      const notProven = t('operations.checks.notProven')
      const detail = message ?? lastCheckFound
      return {
        found: detail === null ? notProven : `${notProven} ${describeStatusDetail(t, detail)}`,
        checks: describeChecks(operation, now, i18n),
      }
    }
    default: {
      const detail = lastCheckFound ?? message
      return {
        found: detail === null ? t('operations.checks.none') : describeStatusDetail(t, detail),
        checks: describeChecks(operation, now, i18n),
      }
    }
  }
}

/** "Checked 3 times, 2 min ago · next check in 8 min". */
function describeChecks(operation: OperationView, now: Date, i18n: I18n): string {
  const { checks, lastCheckedAt, nextCheckAt, state } = operation
  const { t } = i18n
  const wasChecked = checks > 0 && lastCheckedAt !== null
  const past = wasChecked ? { count: checks, age: describeAge(lastCheckedAt, now, i18n) } : null
  if (state === 'needs_review') {
    return past === null
      ? t('operations.checks.person')
      : t('operations.checks.checkedThenPerson', past)
  }
  if (nextCheckAt === null) return past === null ? '' : t('operations.checks.checked', past)
  if (nextCheckAt <= now) {
    return past === null
      ? t('operations.checks.nextNow')
      : t('operations.checks.checkedNextNow', past)
  }
  const next = deadlineText(nextCheckAt, now, i18n).text
  return past === null
    ? t('operations.checks.nextIn', { next })
    : t('operations.checks.checkedNextIn', { ...past, next })
}
