import type { FailureOf } from '@/lib/domain/operation/result'
import { durationText } from './describe-age'
import type { I18n } from './i18n'

/** A refund takes from one charge: how much the largest was. */
export function refundExceedsText(
  { values: { largestMinor, currency } }: FailureOf<'refund_exceeds_charge'>,
  { t, formats }: I18n,
): string {
  const largest = formats.money(largestMinor, currency)
  return t('operationFailures.refund_exceeds_charge', { largest })
}

/** Not the same again, or not before a time. */
export function providerAdviceText(
  { values }: FailureOf<'provider_advice'>,
  { t, formats }: I18n,
): string {
  if (values.advice === 'do_not_retry') return t('operationFailures.provider_advice.do_not_retry')
  if (values.until === undefined) return t('operationFailures.provider_advice.later')
  const at = formats.dateTime(new Date(values.until))
  return t('operationFailures.provider_advice.after', { at })
}

/** The operation that was faster: its person, its kind and amount, and its time. */
export function operationOpenText(
  { values: { actor, kind, amountMinor, currency, ageMs } }: FailureOf<'operation_open'>,
  { t, formats }: I18n,
): string {
  return t(`operationFailures.operation_open.${kind}`, {
    actor,
    sum: formats.money(amountMinor, currency),
    age: t('age.ago', { duration: durationText(ageMs, t) }),
  })
}
