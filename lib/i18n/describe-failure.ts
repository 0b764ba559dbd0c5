import type { Permission, Role } from '@/lib/domain/access/permission'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Failure } from '@/lib/domain/operation/result'
import type { Obstacle } from '@/lib/domain/rules/capability'
import { durationText } from './describe-age'
import { notPermittedText } from './describe-not-permitted'
import type { Wording } from './i18n'
import { useWording } from './use-i18n'

/** Words for why something was not done, in the reader's language. */
export function useFailureWords(): (failure: Failure) => string {
  const wording = useWording()
  return (failure) => failureWords(failure, wording)
}

/** Words for a failure; those of whoever said it where its code has none. */
export function failureWords(failure: Failure, wording: Wording): string {
  const { code, message, values } = failure
  const { t } = wording
  switch (code) {
    case 'not_permitted':
      return notPermittedText(
        values?.['role'] as Role,
        values?.['permission'] as Permission,
        wording,
      )
    case 'not_allowed':
      return t(`obstacles.${values?.['obstacle'] as Obstacle}`)
    case 'operation_open':
      return operationOpenText(failure, wording)
    case 'refund_exceeds_charge':
      return refundExceedsText(failure, wording)
    case 'provider_advice':
      return providerAdviceText(failure, wording)
  }
  for (const namespace of ['failures', 'operationFailures'] as const) {
    const key = `${namespace}.${code}` as 'failures.unworded'
    if (t.has(key)) return t(key, { code, ...values })
  }
  return message ?? t('failures.unworded', { code })
}

/** A refund takes from one charge: how much the largest was. */
function refundExceedsText({ values = {} }: Failure, { t, formats }: Wording): string {
  const { largestMinor, currency } = values
  const largest = formats.money(Number(largestMinor), String(currency))
  return t('operationFailures.refund_exceeds_charge', { largest })
}

/** Not the same again, or not before a time. */
function providerAdviceText({ values = {} }: Failure, { t, formats }: Wording): string {
  const { advice, until } = values
  if (advice === 'do_not_retry') return t('operationFailures.provider_advice.do_not_retry')
  if (until === undefined) return t('operationFailures.provider_advice.later')
  const at = formats.dateTime(new Date(String(until)))
  return t('operationFailures.provider_advice.after', { at })
}

/** Who was faster, with what, and when. */
function operationOpenText({ values = {} }: Failure, { t, formats }: Wording): string {
  const { actor, kind, amountMinor, currency, ageMs } = values
  return t(`operationFailures.operation_open.${kind as OperationKind}`, {
    actor: String(actor),
    sum: formats.money(Number(amountMinor), String(currency)),
    age: t('age.ago', { duration: durationText(Number(ageMs), t) }),
  })
}
