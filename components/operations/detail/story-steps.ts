import { verdictText } from '@/components/operations/review/review-text'
import { isOpen } from '@/lib/domain/operation/outcome'
import type {
  AttemptView,
  OperationStory,
  ReviewDecisionView,
} from '@/lib/domain/view/operation-story'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { reasonWords } from '@/lib/i18n/describe-reason'
import { refusalWords } from '@/lib/i18n/describe-refusal'
import { saidWords } from '@/lib/i18n/describe-status-detail'
import type { Wording } from '@/lib/i18n/i18n'

export interface StoryStep {
  readonly key: string
  /** Null where only the order is known. */
  readonly at: Date | null
  readonly title: string
  /** In our words. */
  readonly note: string | null
  /** In the words of a person or of the provider. */
  readonly quote: string | null
}

/** What happened to an operation, from who asked to how it stands, oldest first. */
export function storySteps(
  story: OperationStory,
  attempts: readonly AttemptView[],
  decisions: readonly ReviewDecisionView[],
  wording: Wording,
): readonly StoryStep[] {
  const providerName = PROVIDER_LABELS[story.provider]
  return [
    askedStep(story, wording),
    ...attempts.map((attempt) => sentStep(attempt, attempts.length, story, providerName, wording)),
    ...lookSteps(story, providerName, wording),
    ...reviewSteps(story, decisions.length > 0, wording),
    ...decisions.map((decision) => decisionStep(decision, story, providerName, wording)),
    ...settledSteps(story, decisions.length > 0, wording),
  ]
}

function askedStep({ operation }: OperationStory, { t }: Wording): StoryStep {
  const { actorName, actorRole, createdAt, reason } = operation
  return {
    key: 'asked',
    at: createdAt,
    title: t('operationStory.steps.asked', { person: actorName }),
    note: t(`roles.${actorRole}`),
    quote: reason === null ? null : reasonWords(t, reason),
  }
}

function sentStep(
  attempt: AttemptView,
  count: number,
  { operation }: OperationStory,
  provider: string,
  { t }: Wording,
): StoryStep {
  const { number, startedAt, outcome } = attempt
  const isLast = number === count
  // Until people or a result come in, the message is the one of the last send.
  const isTold = isLast && (operation.state === 'unknown' || operation.state === 'pending')
  return {
    key: `sent-${number}`,
    at: startedAt,
    title:
      count > 1
        ? t('operationStory.steps.sentAttempt', { provider, number })
        : t('operationStory.steps.sent', { provider }),
    note:
      outcome !== null
        ? t(`operationStory.steps.answers.${outcome}`)
        : isLast && operation.state === 'sending'
          ? t('operations.look.waiting')
          : t('operationStory.steps.noAnswer'),
    quote: isTold ? quoteOf(operation, t) : null,
  }
}

function lookSteps(
  { operation }: OperationStory,
  provider: string,
  { t }: Wording,
): readonly StoryStep[] {
  const { checks, lastCheckedAt, lastCheckFound } = operation
  if (checks === 0 || lastCheckedAt === null) return []
  return [
    {
      key: 'looks',
      at: lastCheckedAt,
      title: t('operationStory.steps.looked', { provider, count: checks }),
      note:
        lastCheckFound === null
          ? null
          : t('operationStory.steps.lastLook', { found: saidWords(t, lastCheckFound) }),
      quote: null,
    },
  ]
}

function reviewSteps(
  { operation }: OperationStory,
  decided: boolean,
  { t }: Wording,
): readonly StoryStep[] {
  if (operation.state !== 'needs_review' && !decided) return []
  return [
    {
      key: 'review',
      at: null,
      title: t('operationStory.steps.review'),
      // Once it is settled, the message is the one of the decision.
      note: isOpen(operation.state) ? quoteOf(operation, t) : null,
      quote: null,
    },
  ]
}

function decisionStep(
  { actorId, actorName, verdict, reason, decidedAt }: ReviewDecisionView,
  { operation }: OperationStory,
  providerName: string,
  wording: Wording,
): StoryStep {
  const { title } = verdictText(verdict, operation, providerName, wording)
  return {
    key: `decision-${actorId}`,
    at: decidedAt,
    title: wording.t('operationStory.steps.decided', { person: actorName, verdict: title }),
    note: null,
    quote: reason,
  }
}

function settledSteps(
  { operation }: OperationStory,
  decided: boolean,
  { t }: Wording,
): readonly StoryStep[] {
  if (operation.settledAt === null) return []
  return [
    {
      key: 'settled',
      at: operation.settledAt,
      title: t('operationStory.steps.settled', { state: t(`states.${operation.state}`) }),
      note: decided ? t('operationStory.steps.byPeople') : null,
      quote: decided ? null : quoteOf(operation, t),
    },
  ]
}

/** What was said about it last, in the reader's language where we can; else the stored words. */
function quoteOf(
  { refusalCode: code, message }: OperationStory['operation'],
  t: Wording['t'],
): string | null {
  return message === null ? null : refusalWords(t, { code, message })
}
