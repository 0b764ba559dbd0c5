/** Where people decide what nobody could find out. */
export const review = {
  heading: 'Decide what happened',
  decided: 'Decision',
  task: 'Look at {provider}’s own page of this payment, or ask their support. Your decision closes this {kind, select, capture {capture} refund {refund} void {void} update_authorization {change of the order} charge_again {charge} pay_out {payout} confirm_receipt {confirmation of a transfer} other {extension of time}} and unlocks the payment. It sends nothing; the figures follow {provider}.',
  twoPeople: '<strong>Two people must decide the same</strong>, because the sum is above {limit}.',
  onePerson: 'One person may decide, because the sum is not above {limit}.',
  disagree: 'The decisions so far differ. Talk to each other; each may change their own.',
  decisions: 'Decisions so far',
  you: 'You ({person}), {at}',
  other: '{person}, {at}',
  waiting:
    '<strong>Waiting for a second person.</strong> You have decided. Somebody else ({roles}) must decide the same; until then the payment stays locked.',
  form: {
    name: 'Decision',
    question: 'What happened?',
    verdictMissing: 'Choose what happened.',
    reason: 'How do you know?',
    reasonHint: 'What you saw, or whom you asked. It stays in the history under your name.',
    reasonLength: '{length, number} / {most, number}',
    reasonMissing: 'Say how you know: it stays in the history.',
    writing: 'Writing it down…',
    settle: 'Settle {sum}',
    settleAs: {
      succeeded: 'Settle {sum} as done',
      refused: 'Settle {sum} as refused',
      not_sent: 'Settle {sum} as never sent',
    },
    decideOn: 'Decide on {sum}',
    changeDecision: 'Change my decision on {sum}',
  },
  verdicts: {
    succeeded: {
      title: 'It happened',
      meaning:
        '{kind, select, capture {{provider} shows this capture: {sum} was captured.} refund {{provider} shows this refund: {sum} was refunded.} void {{provider} shows this void: {sum} was released.} update_authorization {{provider} shows this change of the order: {sum} is held now.} charge_again {{provider} shows this charge: another {sum} was taken.} pay_out {{provider} shows this payout: {sum} was paid.} confirm_receipt {{provider} shows this transfer: {sum} was booked.} other {{provider} shows this extension of time: {sum} is held longer.}}',
    },
    refused: {
      title: '{provider} refused it',
      meaning:
        '{provider} shows a refused {kind, select, capture {capture} refund {refund} void {void} update_authorization {change of the order} charge_again {charge} pay_out {payout} confirm_receipt {confirmation of a transfer} other {extension of time}}, or told you so. No money moved.',
    },
    not_sent: {
      title: 'It never reached {provider}',
      meaning:
        '{provider} does not show this {kind, select, capture {capture} refund {refund} void {void} update_authorization {change of the order} charge_again {charge} pay_out {payout} confirm_receipt {confirmation of a transfer} other {extension of time}}. No money moved.',
    },
  },
  kept: 'Your decision is kept: “{verdict}”. The {kind, select, capture {capture} refund {refund} void {void} update_authorization {change of the order} charge_again {charge} pay_out {payout} confirm_receipt {confirmation of a transfer} other {extension of time}} of {sum} is waiting for a second person.',
  settled:
    'The {kind, select, capture {capture} refund {refund} void {void} update_authorization {change of the order} charge_again {charge} pay_out {payout} confirm_receipt {confirmation of a transfer} other {extension of time}} of {sum} is settled: “{verdict}”.',
} as const
