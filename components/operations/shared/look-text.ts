import type { OperationView } from '@/lib/domain/view/transaction-view'
import { ageText, deadlineText } from '@/lib/i18n/describe-age'
import { saidWords } from '@/lib/i18n/describe-status-detail'
import type { Wording } from '@/lib/i18n/i18n'

export interface LookText {
  /** What the last look at the provider showed. */
  readonly found: string
  /** How often it was looked at, and when the next look is. */
  readonly looks: string
}

/** What repair has done about an open operation, and what it does next. */
export function lookText(operation: OperationView, now: Date, wording: Wording): LookText {
  const { state, message, lastCheckFound } = operation
  const { t } = wording
  switch (state) {
    case 'intended':
      return { found: t('operations.look.aboutToBeSent'), looks: '' }
    case 'sending':
      return { found: t('operations.look.waiting'), looks: '' }
    case 'needs_review': {
      const notProven = t('operations.look.notProven')
      const said = message ?? lastCheckFound
      return {
        found: said === null ? notProven : `${notProven} ${saidWords(t, said)}`,
        looks: looksText(operation, now, wording),
      }
    }
    default: {
      const said = lastCheckFound ?? message
      return {
        found: said === null ? t('operations.look.none') : saidWords(t, said),
        looks: looksText(operation, now, wording),
      }
    }
  }
}

/** "Looked 3 times, 2 min ago · next look in 8 min". */
function looksText(operation: OperationView, now: Date, wording: Wording): string {
  const { checks, lastCheckedAt, nextCheckAt, state } = operation
  const { t } = wording
  const looked = checks > 0 && lastCheckedAt !== null
  const past = looked ? { count: checks, age: ageText(lastCheckedAt, now, wording) } : null
  if (state === 'needs_review') {
    return past === null ? t('operations.look.person') : t('operations.look.lookedThenPerson', past)
  }
  if (nextCheckAt === null) return past === null ? '' : t('operations.look.looked', past)
  if (nextCheckAt <= now) {
    return past === null ? t('operations.look.nextNow') : t('operations.look.lookedNextNow', past)
  }
  const next = deadlineText(nextCheckAt, now, wording).text
  return past === null
    ? t('operations.look.nextIn', { next })
    : t('operations.look.lookedNextIn', { ...past, next })
}
