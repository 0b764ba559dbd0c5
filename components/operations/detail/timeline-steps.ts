import { describeVerdict } from '@/components/operations/review/describe-review'
import { isOpen } from '@/lib/domain/operation/outcome'
import type {
  AttemptView,
  OperationDetail,
  ReviewDecisionView,
} from '@/lib/domain/view/operation-detail'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { describeReason, describeStatusDetail } from '@/lib/i18n/describe-status-detail'
import { describeRefusal } from '@/lib/i18n/describe-refusal'
import type { I18n } from '@/lib/i18n/i18n'

export interface TimelineStep {
  readonly key: string
  /** Null where only the order is known. */
  readonly at: Date | null
  readonly title: string
  /** In the words of Paydesk. */
  readonly note: string | null
  /** In the words of a person or of the provider. */
  readonly quote: string | null
}

/** The timeline of an operation, from its request to its present state, oldest first. */
export function timelineSteps(
  detail: OperationDetail,
  attempts: readonly AttemptView[],
  decisions: readonly ReviewDecisionView[],
  i18n: I18n,
): readonly TimelineStep[] {
  const providerName = PROVIDER_LABELS[detail.provider]
  return [
    requestedStep(detail, i18n),
    ...attempts.map((attempt) => sentStep(attempt, attempts.length, detail, providerName, i18n)),
    ...checkSteps(detail, providerName, i18n),
    ...reviewSteps(detail, decisions.length > 0, i18n),
    ...decisions.map((decision) => decisionStep(decision, detail, providerName, i18n)),
    ...settledSteps(detail, decisions.length > 0, i18n),
    ...correctionSteps(detail, providerName, i18n),
  ]
}

function requestedStep({ operation }: OperationDetail, { t }: I18n): TimelineStep {
  const { actorName, actorRole, createdAt, reason } = operation
  return {
    key: 'requested',
    at: createdAt,
    title: t('operationDetail.steps.requested', { person: actorName }),
    note: t(`roles.${actorRole}`),
    quote: reason === null ? null : describeReason(t, reason),
  }
}

function sentStep(
  attempt: AttemptView,
  count: number,
  { operation }: OperationDetail,
  provider: string,
  { t }: I18n,
): TimelineStep {
  const { number, startedAt, outcome } = attempt
  const isLast = number === count
  // Until people or a result come in, the message is the one of the last send.
  const isReported = isLast && (operation.state === 'unknown' || operation.state === 'pending')
  return {
    key: `sent-${number}`,
    at: startedAt,
    title:
      count > 1
        ? t('operationDetail.steps.sentAttempt', { provider, number })
        : t('operationDetail.steps.sent', { provider }),
    note:
      outcome !== null
        ? t(`operationDetail.steps.responses.${outcome}`)
        : isLast && operation.state === 'sending'
          ? t('operations.checks.waiting')
          : t('operationDetail.steps.noResponse'),
    quote: isReported ? quoteOf(operation, t) : null,
  }
}

function checkSteps(
  { operation }: OperationDetail,
  provider: string,
  { t }: I18n,
): readonly TimelineStep[] {
  const { checks, lastCheckedAt, lastCheckFound } = operation
  if (checks === 0 || lastCheckedAt === null) return []
  return [
    {
      key: 'checks',
      at: lastCheckedAt,
      title: t('operationDetail.steps.checked', { provider, count: checks }),
      note:
        lastCheckFound === null
          ? null
          : t('operationDetail.steps.lastCheck', {
              found: describeStatusDetail(t, lastCheckFound),
            }),
      quote: null,
    },
  ]
}

function reviewSteps(
  { operation }: OperationDetail,
  decided: boolean,
  { t }: I18n,
): readonly TimelineStep[] {
  if (operation.state !== 'needs_review' && !decided) return []
  return [
    {
      key: 'review',
      at: null,
      title: t('operationDetail.steps.review'),
      // Once it is settled, the message is the one of the decision.
      note: isOpen(operation.state) ? quoteOf(operation, t) : null,
      quote: null,
    },
  ]
}

function decisionStep(
  { actorId, actorName, verdict, reason, decidedAt }: ReviewDecisionView,
  { operation }: OperationDetail,
  providerName: string,
  i18n: I18n,
): TimelineStep {
  const { title } = describeVerdict(verdict, operation, providerName, i18n)
  return {
    key: `decision-${actorId}`,
    at: decidedAt,
    title: i18n.t('operationDetail.steps.decided', { person: actorName, verdict: title }),
    note: null,
    quote: reason,
  }
}

function settledSteps(
  { operation }: OperationDetail,
  decided: boolean,
  { t }: I18n,
): readonly TimelineStep[] {
  if (operation.settledAt === null) return []
  return [
    {
      key: 'settled',
      at: operation.settledAt,
      title: t('operationDetail.steps.settled', { state: t(`states.${operation.state}`) }),
      note: decided ? t('operationDetail.steps.byPeople') : null,
      quote: decided ? null : quoteOf(operation, t),
    },
  ]
}

function correctionSteps(
  { correction, operation }: OperationDetail,
  provider: string,
  { t, formats }: I18n,
): readonly TimelineStep[] {
  if (correction === null) return []
  const { kind, currency, amountMinor } = operation
  const sum = formats.money(correction.amountMinor ?? amountMinor, currency)
  return [
    {
      key: 'corrected',
      at: correction.occurredAt,
      title: t('operationDetail.steps.corrected', { provider, kind, sum }),
      note: t('operationDetail.steps.correctedNote'),
      quote: null,
    },
  ]
}

/**
 * The last message about it, in the reader's language where its code is known; else the stored
 * text.
 */
function quoteOf(
  { refusalCode: code, message }: OperationDetail['operation'],
  t: I18n['t'],
): string | null {
  return message === null ? null : describeRefusal(t, { code, message })
}
