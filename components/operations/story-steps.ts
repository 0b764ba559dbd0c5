import type { AttemptView, OperationStory, ReviewDecisionView } from '@/lib/domain/operation-story'
import { isOpen } from '@/lib/domain/outcome'
import { PROVIDER_LABELS, ROLE_LABELS, STATE_LABELS } from '@/lib/format/labels'
import { verdictText } from './review-text'

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
): readonly StoryStep[] {
  const providerName = PROVIDER_LABELS[story.provider]
  return [
    askedStep(story),
    ...attempts.map((attempt) => sentStep(attempt, attempts.length, story, providerName)),
    ...lookSteps(story, providerName),
    ...reviewSteps(story, decisions.length > 0),
    ...decisions.map((decision) => decisionStep(decision, story, providerName)),
    ...settledSteps(story, decisions.length > 0),
  ]
}

function askedStep({ operation }: OperationStory): StoryStep {
  const { actorName, actorRole, createdAt, reason } = operation
  return {
    key: 'asked',
    at: createdAt,
    title: `${actorName} asked for it`,
    note: ROLE_LABELS[actorRole],
    quote: reason,
  }
}

const ANSWERS: Readonly<Record<NonNullable<AttemptView['outcome']>, string>> = {
  succeeded: 'It was confirmed at once.',
  refused: 'It was refused.',
  not_sent: 'It provably never left.',
  pending: 'It was accepted, and a result was promised for later.',
  unknown: 'No clear answer came back. It is never sent again.',
}

function sentStep(
  attempt: AttemptView,
  count: number,
  { operation }: OperationStory,
  providerName: string,
): StoryStep {
  const { number, startedAt, outcome } = attempt
  // Until people or a result come in, the message is the one of the last send.
  const isLast =
    number === count && (operation.state === 'unknown' || operation.state === 'pending')
  return {
    key: `sent-${number}`,
    at: startedAt,
    title: `Sent to ${providerName}${count > 1 ? `, attempt ${number}` : ''}`,
    note: outcome === null ? 'No answer was written down.' : ANSWERS[outcome],
    quote: isLast ? operation.message : null,
  }
}

function lookSteps({ operation }: OperationStory, providerName: string): readonly StoryStep[] {
  const { checks, lastCheckedAt, lastCheckFound } = operation
  if (checks === 0 || lastCheckedAt === null) return []
  const times = checks === 1 ? 'once' : `${checks} times`
  return [
    {
      key: 'looks',
      at: lastCheckedAt,
      title: `Looked at ${providerName} ${times}`,
      note: lastCheckFound === null ? null : `The last look: ${lastCheckFound}`,
      quote: null,
    },
  ]
}

function reviewSteps({ operation }: OperationStory, decided: boolean): readonly StoryStep[] {
  if (operation.state !== 'needs_review' && !decided) return []
  return [
    {
      key: 'review',
      at: null,
      title: 'Handed over to people',
      // Once it is settled, the message is the one of the decision.
      note: isOpen(operation.state) ? operation.message : null,
      quote: null,
    },
  ]
}

function decisionStep(
  { actorId, actorName, verdict, reason, decidedAt }: ReviewDecisionView,
  { operation }: OperationStory,
  providerName: string,
): StoryStep {
  const { title } = verdictText(verdict, operation, providerName)
  return {
    key: `decision-${actorId}`,
    at: decidedAt,
    title: `${actorName} decided: ${title}`,
    note: null,
    quote: reason,
  }
}

function settledSteps({ operation }: OperationStory, decided: boolean): readonly StoryStep[] {
  if (operation.settledAt === null) return []
  return [
    {
      key: 'settled',
      at: operation.settledAt,
      title: `Settled: ${STATE_LABELS[operation.state].text}`,
      note: decided ? 'By the people above.' : null,
      quote: decided ? null : operation.message,
    },
  ]
}
