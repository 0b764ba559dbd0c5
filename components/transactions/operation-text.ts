import type { OperationKind } from '@/lib/domain/operation'
import type { OperationState } from '@/lib/domain/outcome'
import type { RetryAdvice } from '@/lib/domain/transaction-snapshot'
import type { OperationView } from '@/lib/domain/transaction-view'
import { formatAge } from '@/lib/format/age'
import { formatDateTime } from '@/lib/format/dates'
import { formatMoney } from '@/lib/format/money'

export interface OperationText {
  readonly title: string
  /** Whether the money is safe, in one sentence. */
  readonly money: string
  /** The rest of the story, and what to do next. */
  readonly next: string
  /** What the provider said or what went wrong, word for word. */
  readonly quote: string | null
}

/** What was asked for, with its sum. */
const DEEDS: Readonly<Record<OperationKind, (sum: string) => string>> = {
  capture: (sum) => `capture of ${sum}`,
  refund: (sum) => `refund of ${sum}`,
  void: (sum) => `void of ${sum}`,
  update_authorization: (sum) => `change of the order to ${sum}`,
  extend_authorization: (sum) => `extension of time for ${sum}`,
}

/** What is true once it has succeeded. */
const DONE: Readonly<Record<OperationKind, (sum: string) => string>> = {
  capture: (sum) => `${sum} captured`,
  refund: (sum) => `${sum} refunded`,
  void: (sum) => `${sum} released`,
  update_authorization: (sum) => `The order is now ${sum}`,
  extend_authorization: (sum) => `${sum} held longer`,
}

const QUESTIONS: Readonly<Record<OperationKind, (sum: string) => string>> = {
  capture: (sum) => `${sum} was captured`,
  refund: (sum) => `${sum} was refunded`,
  void: (sum) => `${sum} was released`,
  update_authorization: (sum) => `the order was changed to ${sum}`,
  extend_authorization: (sum) => `${sum} is held longer`,
}

/** What a refusal leaves as it was. */
const UNTOUCHED: Readonly<Partial<Record<OperationKind, string>>> = {
  update_authorization:
    'No money moved: the old order and the old hold stand. Offer a smaller item, or leave it as it is.',
  extend_authorization: 'No money moved: the hold ends when it would have ended before.',
}

/** What became of an operation, for the people in front of it. */
export function operationText(
  operation: OperationView,
  providerName: string,
  now: Date,
): OperationText {
  const sum = formatMoney(operation.amountMinor, operation.currency)
  const deed = DEEDS[operation.kind](sum)
  const asked = `${operation.actorName} asked for this ${formatAge(operation.createdAt, now)}.`
  const quote = operation.message
  const texts: Readonly<Record<OperationState, OperationText>> = {
    intended: {
      title: `Starting the ${deed}`,
      money: asked,
      next: 'It is about to be sent. Nothing else can be done with this payment meanwhile.',
      quote: null,
    },
    sending: {
      title: `Waiting for ${providerName} to answer`,
      money: `${operation.actorName} sent this ${deed} ${formatAge(operation.createdAt, now)}.`,
      next: 'Nothing else can be done with this payment until the answer is here.',
      quote: null,
    },
    pending: {
      title: `The ${deed} is on its way`,
      money: `${providerName} has accepted it and finishes it later. ${asked}`,
      next: `It closes when ${providerName} reports the result. Until then nothing else can be captured, refunded or voided here.`,
      quote: null,
    },
    unknown: {
      title: `We don’t know yet whether ${QUESTIONS[operation.kind](sum)}`,
      money: `The request was sent, but no clear answer came back. It will not be sent again: we look at ${providerName} until we know.`,
      next: 'Until then nothing else can be captured, refunded or voided on this payment, here or by a colleague.',
      quote,
    },
    needs_review: {
      title: `This ${deed} needs a person`,
      money: `Reading ${providerName} did not prove what happened, so the money may have moved.`,
      next: `Compare with ${providerName}’s own page of this payment. Nothing else can be done here until somebody has decided.`,
      quote,
    },
    succeeded: {
      title: DONE[operation.kind](sum),
      money: `${providerName} has confirmed it. ${asked}`,
      next: '',
      quote: null,
    },
    refused: {
      title: `${providerName} refused the ${deed}`,
      money: UNTOUCHED[operation.kind] ?? 'No money moved.',
      next: adviceText(operation.retry, now),
      quote,
    },
    not_sent: {
      title: `The ${deed} never left us`,
      money: `Nothing happened at ${providerName}, and no money moved.`,
      next: 'You can safely try again.',
      quote,
    },
    abandoned: {
      title: `The ${deed} was not started`,
      money: 'Nothing was sent, and no money moved.',
      next: 'You can safely try again.',
      quote: null,
    },
  }
  return texts[operation.state]
}

/** What the provider's retry advice means for the person who asked. */
export function adviceText(retry: RetryAdvice | null, now: Date): string {
  switch (retry?.kind) {
    case 'do_not_retry':
      return 'Trying again would be refused too. Settle the cause first, or agree on another way with the customer.'
    case 'at_once':
      return 'You can try again at once.'
    case 'after':
      return laterText(retry.at, now)
    case 'not_said':
    case undefined:
      return 'Look at the reason before you try again.'
  }
}

function laterText(at: string | null, now: Date): string {
  const time = at === null ? Number.NaN : Date.parse(at)
  if (Number.isNaN(time)) return 'Try again later; no time was given.'
  if (time <= now.getTime()) return 'You can try again now.'
  return `Try again after ${formatDateTime(new Date(time))}.`
}
