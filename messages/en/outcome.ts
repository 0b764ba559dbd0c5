const OPERATION =
  '{kind, select, capture {capture of {sum}} refund {refund of {sum}} void {void of {sum}} update_authorization {change of the order to {sum}} charge_again {charge of another {sum}} pay_out {payout of {sum}} confirm_receipt {confirmation of a transfer of {sum}} other {extension of time for {sum}}}'

/** What became of an operation: whether the money is safe, and what to do next. */
export const operationCard = {
  intended: {
    title: `Starting the ${OPERATION}`,
    money: '{actor} asked for this {age}.',
    next: 'It is about to be sent. Nothing else can be done with this payment meanwhile.',
  },
  sending: {
    title: 'Waiting for {provider} to answer',
    money: `{actor} sent this ${OPERATION} {age}.`,
    next: 'Nothing else can be done with this payment until the answer is here.',
  },
  pending: {
    title: `The ${OPERATION} is on its way`,
    money: '{provider} has accepted it and finishes it later. {actor} asked for this {age}.',
    next: 'It closes when {provider} reports the result. Until then nothing else can be captured, refunded or voided here.',
  },
  unknown: {
    title:
      'We don’t know yet whether {kind, select, capture {{sum} was captured} refund {{sum} was refunded} void {{sum} was released} update_authorization {the order was changed to {sum}} charge_again {another {sum} was charged} pay_out {{sum} was paid out} confirm_receipt {the transfer of {sum} was confirmed} other {{sum} is held longer}}',
    money:
      'The request was sent, but no clear answer came back. It will not be sent again: we check with {provider} until we know.',
    next: 'Until then nothing else can be captured, refunded or voided on this payment, here or by a colleague.',
  },
  needs_review: {
    title: `This ${OPERATION} needs a person`,
    money: 'Reading {provider} did not prove what happened, so the money may have moved.',
    next: 'Compare with {provider}’s own page of this payment. Nothing else can be done here until somebody has decided.',
  },
  succeeded: {
    title:
      '{kind, select, capture {{sum} captured} refund {{sum} refunded} void {{sum} released} update_authorization {The order is now {sum}} charge_again {Another {sum} charged} pay_out {{sum} paid out} confirm_receipt {Transfer of {sum} confirmed} other {{sum} held longer}}',
    money: '{provider} has confirmed it. {actor} asked for this {age}.',
  },
  refused: {
    title: `{provider} refused the ${OPERATION}`,
    money:
      'By its answer {kind, select, update_authorization {no money moved, and the old order and the old hold stand. Offer a smaller item, or leave it as it is.} extend_authorization {no money moved, and the hold ends when it would have ended before.} other {no money moved.}} This page shows the payment as it was last read.',
  },
  not_sent: {
    title: `{provider} did not do the ${OPERATION}`,
    money: 'No money moved.',
    next: 'Nothing is locked. Look at the reason before you try again.',
  },
  abandoned: {
    title: `The ${OPERATION} was not started`,
    money: 'Nothing was sent, and no money moved.',
    next: 'You can safely try again.',
  },
  decided: {
    title: `Decided by people: the ${OPERATION} {verdict, select, succeeded {happened} refused {was refused} other {never reached {provider}}}`,
    money:
      '{verdict, select, succeeded {{provider} did not prove it, and the figures follow {provider}.} other {As they know, no money moved. {provider} did not prove it, and the figures follow {provider}.}} {actor} asked for this {age}.',
    next: 'Look at the figures before you try again.',
  },
  advice: {
    do_not_retry:
      'The provider asked not to try the same again. Only another amount can be sent today; settle the cause first, or agree on another way with the customer.',
    at_once: 'You can try again at once.',
    now: 'You can try again now.',
    after: 'Try again after {at}.',
    later: 'Try again later; no time was given.',
    not_said: 'Look at the reason before you try again.',
  },
  /** Better than the general advice, by the code of the refusal. */
  adviceFor: {
    account_lacks_right: 'Have the provider give the account this right, then try again.',
    amount_exceeds_remaining: 'Look at the figures at the provider, and ask for less.',
    authorization_expired: 'Agree on a new payment with the customer.',
    credentials_rejected: 'Have the access of this connection renewed, then try again.',
    items_do_not_fit: 'Compare the lines with the order at the provider.',
    state_forbids: 'Look at the payment at the provider before anything else.',
    update_conflict: 'Look at the payment at the provider before anything else.',
  },
  linesUnseen:
    'No order lines were sent: {provider} does not show them before a capture. If they were wanted, capture this invoice in {provider}’s own portal.',
  tryAgain: 'Change and try again',
  pageErrors: {
    unreachable: 'Paydesk cannot be reached just now, so this shows what was known last.',
    signed_out:
      'Your session has ended. Sign in again to see how it went; it is followed up anyway.',
  },
  checks: {
    decide: 'Decide what happened',
    requestedBy: 'Asked by',
    requested: '{actor}, {at}',
    sentTo: 'Sent to {provider}',
    checkedWith: 'Checked with {provider}',
    notChecked: 'not yet',
    checked: '{count, plural, one {once} other {# times}}, {age}',
    found: 'Found',
    nextCheck: 'Next check',
    nextIn: 'in {countdown}',
    nextNow: 'now',
    elsewhere: 'Elsewhere',
    openIn: 'Open in {provider}',
    newTab: '(new tab)',
  },
} as const

/** A check at the provider that a person starts. */
export const check = {
  action: 'Check now',
  checking: 'Checking…',
  checkingWith: 'Checking with {provider}',
  checked: 'Checked just now. {found}',
  nothingNew: 'Checked just now. Nothing new was found.',
  spared: '{provider} was checked a moment ago. The next check is possible in {duration}.',
} as const
