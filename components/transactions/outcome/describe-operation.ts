import { isDecidedByPeople } from '@/lib/domain/operation/status-detail'
import type { RetryAdvice } from '@/lib/domain/payment/transaction-snapshot'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { describeAge } from '@/lib/i18n/describe-age'
import { describeRefusal } from '@/lib/i18n/describe-refusal'
import type { I18n } from '@/lib/i18n/i18n'

export interface OperationDescription {
  readonly title: string
  /** The state of the money, in one sentence. */
  readonly money: string
  /** Further explanation, and the next step. */
  readonly next: string
  /** The provider's message or the error, verbatim where its code is unknown. */
  readonly quote: string | null
}

/** The outcome of an operation in words for staff. */
export function describeOperation(
  operation: OperationView,
  providerName: string,
  now: Date,
  i18n: I18n,
): OperationDescription {
  const { t, formats } = i18n
  const { state, kind, actorName, createdAt } = operation
  const values = {
    kind,
    sum: formats.money(operation.amountMinor, operation.currency),
    provider: providerName,
    actor: actorName,
    age: describeAge(createdAt, now, i18n),
  }
  if (isDecidedByPeople(operation.message)) {
    const decided = { ...values, verdict: state }
    return {
      title: t('operationCard.decided.title', decided),
      money: t('operationCard.decided.money', decided),
      next: state === 'succeeded' ? '' : t('operationCard.decided.next'),
      quote: quoteOf(operation, i18n),
    }
  }
  return {
    // All titles have the same places; the compiler cannot hold them all at once.
    title: t(`operationCard.${state}.title` as 'operationCard.unknown.title', values),
    money: t(`operationCard.${state}.money`, values),
    next: nextText(),
    quote: QUOTED.has(state) ? quoteOf(operation, i18n) : null,
  }

  function nextText(): string {
    if (state === 'succeeded') return ''
    if (state === 'refused') return refusedText(operation, now, i18n)
    if (state === 'not_sent' && operation.retry !== null) {
      return adviceText(operation.retry, now, i18n)
    }
    return t(`operationCard.${state}.next`, values)
  }
}

/** The states that show a reason. */
const QUOTED: ReadonlySet<OperationView['state']> = new Set([
  'unknown',
  'needs_review',
  'refused',
  'not_sent',
])

function quoteOf({ message, refusalCode }: OperationView, { t }: I18n): string | null {
  return message === null ? null : describeRefusal(t, { code: refusalCode, message })
}

/** The provider's own advice; where it gives none, what helps against this refusal. */
function refusedText({ refusalCode, retry }: OperationView, now: Date, i18n: I18n): string {
  const { t } = i18n
  const key =
    `operationCard.adviceFor.${refusalCode ?? ''}` as 'operationCard.adviceFor.state_forbids'
  const isSilent = retry === null || retry.kind === 'not_said'
  return isSilent && t.has(key) ? t(key) : adviceText(retry, now, i18n)
}

/** The provider's retry advice in words for the person who requested the operation. */
export function adviceText(retry: RetryAdvice | null, now: Date, { t, formats }: I18n): string {
  if (retry === null) return t('operationCard.advice.not_said')
  if (retry.kind !== 'after') return t(`operationCard.advice.${retry.kind}`)
  const time = retry.at === null ? Number.NaN : Date.parse(retry.at)
  if (Number.isNaN(time)) return t('operationCard.advice.later')
  if (time <= now.getTime()) return t('operationCard.advice.now')
  return t('operationCard.advice.after', { at: formats.dateTime(new Date(time)) })
}
