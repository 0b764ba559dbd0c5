import type { OperationKind } from '@/lib/domain/operation'
import type { ReviewDecisionView } from '@/lib/domain/operation-story'
import type { ReviewVerdict } from '@/lib/domain/outcome'
import type { OperationView } from '@/lib/domain/transaction-view'
import { formatMoney } from '@/lib/format/money'

export const OPERATION_NOUNS: Readonly<Record<OperationKind, string>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
  update_authorization: 'change of the order',
  extend_authorization: 'extension of time',
}

const HAPPENED: Readonly<Record<OperationKind, string>> = {
  capture: 'was captured',
  refund: 'was refunded',
  void: 'was released',
  update_authorization: 'is held now',
  extend_authorization: 'is held longer',
}

export interface VerdictText {
  readonly title: string
  /** What one must have seen to say so, and what follows. */
  readonly meaning: string
}

type Asked = Pick<OperationView, 'kind' | 'amountMinor' | 'currency'>

/** The three answers to what happened, in the words of this operation. */
export function verdictText(
  verdict: ReviewVerdict,
  operation: Asked,
  providerName: string,
): VerdictText {
  const noun = OPERATION_NOUNS[operation.kind]
  const sum = sumOf(operation)
  switch (verdict) {
    case 'succeeded':
      return {
        title: 'It happened',
        meaning: `${providerName} shows this ${noun}: ${sum} ${HAPPENED[operation.kind]}.`,
      }
    case 'refused':
      return {
        title: `${providerName} refused it`,
        meaning: `${providerName} shows a refused ${noun}, or told you so. No money moved.`,
      }
    case 'not_sent':
      return {
        title: `It never reached ${providerName}`,
        meaning: `${providerName} has no trace of this ${noun}. No money moved.`,
      }
  }
}

export interface ReviewProgress {
  /** The sum is above what one person may decide alone. */
  readonly needsTwo: boolean
  readonly mine: ReviewDecisionView | null
  readonly others: readonly ReviewDecisionView[]
}

/** How far a review has come, for one of the people who may decide. */
export function reviewProgress(
  operation: Asked,
  decisions: readonly ReviewDecisionView[],
  personId: string,
  onePersonMinor: number,
): ReviewProgress {
  return {
    needsTwo: operation.amountMinor > onePersonMinor,
    mine: decisions.find(({ actorId }) => actorId === personId) ?? null,
    others: decisions.filter(({ actorId }) => actorId !== personId),
  }
}

const SETTLED_AS: Readonly<Record<ReviewVerdict, string>> = {
  succeeded: 'as done',
  refused: 'as refused',
  not_sent: 'as never sent',
}

/** What pressing the button does. The server decides it anew: this only tells beforehand. */
export function submitText(
  operation: Asked,
  progress: ReviewProgress,
  verdict: ReviewVerdict | null,
): string {
  const sum = sumOf(operation)
  const settles =
    !progress.needsTwo || progress.others.some((decision) => decision.verdict === verdict)
  if (settles) return verdict === null ? `Settle ${sum}` : `Settle ${sum} ${SETTLED_AS[verdict]}`
  return progress.mine === null ? `Decide on ${sum}` : `Change my decision on ${sum}`
}

/** What a decision has led to. */
export function outcomeText(
  operation: Asked,
  verdict: ReviewVerdict,
  providerName: string,
  needsSecondPerson: boolean,
): string {
  const { title } = verdictText(verdict, operation, providerName)
  const what = `${OPERATION_NOUNS[operation.kind]} of ${sumOf(operation)}`
  return needsSecondPerson
    ? `Your decision is kept: “${title}”. The ${what} is waiting for a second person.`
    : `The ${what} is settled: “${title}”.`
}

function sumOf({ amountMinor, currency }: Asked): string {
  return formatMoney(amountMinor, currency)
}
