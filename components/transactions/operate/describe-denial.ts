import { describeNotPermitted } from '@/lib/i18n/describe-not-permitted'
import type { I18n } from '@/lib/i18n/i18n'
import type { Denial } from './availabilities'

/** Why something cannot be done, and what can be done instead. */
export function describeDenial(denial: Denial, i18n: I18n): string {
  if ('role' in denial) return describeNotPermitted(denial.role, `operate:${denial.kind}`, i18n)
  const { t } = i18n
  const { denialReason: code, instead } = denial
  if (code === 'order_differs_from_hold') return t(`operationFailures.${code}`)
  const denialReason = t(`denialReasons.${code}`)
  return instead === null ? denialReason : t(`actions.instead.${instead}`, { denialReason })
}
