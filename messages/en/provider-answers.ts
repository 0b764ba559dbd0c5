/** Why a provider said no, by our code for it or the provider's, with `_` for each dot. */
export const providerErrors = {
  items_do_not_fit: 'The order lines do not fit the order as the provider has it.',
  amount_exceeds_remaining: 'The amount is more than what is left at the provider.',
  state_forbids: 'The provider does not allow this in the payment’s present state.',
  account_lacks_right: 'The provider account does not have the right to do this.',
  credentials_rejected: 'The provider did not accept our credentials.',
  blocked_by_issuer: 'The card’s bank does not allow purchases on the internet.',
  cannot_authorize: 'The payment was refused.',
  cannot_cancel: 'The void was refused.',
  cannot_capture: 'The capture was refused.',
  cannot_refund: 'The refund was refused.',
  card_type_not_accepted: 'The merchant account does not accept this kind of card.',
  currency_not_supported: 'The merchant account does not have this currency.',
  expired_card: 'The card has expired.',
  insufficient_funds: 'There is not enough money on the customer’s account.',
  invalid_card: 'The card can no longer be used.',
  invalid_payment_state_transition:
    'The provider does not allow this in the payment’s present state.',
  payment_not_found: 'The provider has no payment with this reference.',
  test_mode_only: 'The provider only did this in test mode. No money moved.',
  account_closed: 'The customer’s account is closed.',
  authorization_expired: 'The authorization has expired.',
  exceeds_limit: 'The amount is more than the customer’s bank allows.',
  invalid_amount: 'The bank does not take this amount.',
  update_conflict: 'The provider cannot change this order or its hold as it stands.',
  verification_needed: 'The bank wants the customer to confirm the payment.',
  no_reason: 'The provider gave no reason.',

  // Codes of Dintero and Klarna (fact sheet §3.1, §11).
  BAD_REQUEST: 'The provider found something wrong with the request.',
  CANCEL_NOT_ALLOWED: 'The payment method does not allow a void of this payment.',
  CAPTURE_NOT_ALLOWED: 'The payment method does not allow a capture of this payment.',
  NOT_ALLOWED: 'The payment method does not allow this.',
  REFUND_NOT_ALLOWED: 'The payment method does not allow a refund of this payment.',

  // Result codes of the Open Payment Platform (its fact sheet §7.2).
  '100_550_300': 'The amount is missing or too low for the provider.',
  '100_550_301': 'The amount is too large for the provider.',
  '100_550_701': 'The amounts do not match at the provider.',
  '100_550_702': 'The currencies do not match at the provider.',
  '600_200_500': 'The currency or card brand is not set up for this account.',
  '700_100_500': 'The payment is in another currency.',
  '700_100_600': 'The payment was made in another test mode.',
  '700_300_400': 'It is too late to capture this payment.',
  '700_300_700': 'It is too late to void this payment. Refund it instead.',
  '700_300_800': 'This payment cannot be voided. Refund it instead.',
  '700_400_100': 'The amount is more than what is left to capture, or the payment was voided.',
  '700_400_101': 'The acquirer does not support this capture.',
  '700_400_200': 'The amount is more than what is left to refund, or the payment was voided.',
  '700_400_300': 'The payment is already voided or refunded.',
  '700_400_510': 'There is no authorization at the provider that could be captured.',
  '700_400_520': 'There is no capture at the provider that could be refunded.',
  '700_400_530': 'There is nothing at the provider that could be voided.',
  '700_400_570': 'An earlier operation on this payment is still pending at the provider.',
  '700_400_700': 'The payment belongs to another entity of this merchant.',
  '700_500_002': 'It is too late for this operation.',
  '800_100_150': 'The bank refused the refund: it is for gambling.',
  '800_100_155': 'The bank refused: the amount exceeds the credit.',
  '800_100_176': 'The account is not available for now. It may work later.',
  '800_900_300': 'The provider did not accept the access token.',
  '900_100_200': 'The acquirer answered with an error. Ask the acquirer for the reason.',
  '900_100_201': 'The acquirer answered with an error. Ask the acquirer for the reason.',
  '900_100_202': 'The acquirer does not allow this for the payment.',
  '900_100_203': 'The gateway answered with an error. Ask the acquirer for the reason.',
} as const

/** What a page says when it could not be read. */
export const readingErrors = {
  list: {
    title: 'The transactions could not be read',
    text: 'No payment was changed by this. It is usually over in a moment.',
  },
  part: {
    title: 'A part of this page could not be loaded',
    text: 'There is no connection, or Paydesk was updated meanwhile. Nothing was done: reload the page.',
  },
  payment: {
    title: 'This payment could not be read',
    text: 'Reading changes nothing: what was asked for before is still followed up.',
  },
  batches: {
    title: 'The batches could not be read',
    text: 'Reading changes nothing: what runs goes on.',
  },
  newBatch: {
    title: 'The form could not be read',
    text: 'Nothing was started by this.',
  },
  batch: {
    title: 'This batch could not be read',
    text: 'Reading changes nothing: what runs goes on, and nothing is started by itself.',
  },
  notices: {
    title: 'The notices could not be read',
    text: 'Reading changes nothing: what is new stays new.',
  },
  noticeSettings: {
    title: 'The settings of notices could not be read',
    text: 'Reading changes nothing: notices go on as they are set.',
  },
  operations: {
    title: 'The open operations could not be read',
    text: 'Reading changes nothing: what is open is still followed up.',
  },
  operation: {
    title: 'This operation could not be read',
    text: 'Reading changes nothing: as long as it is open, it is still followed up.',
  },
  overview: {
    title: 'The figures could not be read',
    text: 'No money is involved in showing this page, and nothing was changed. Try again.',
  },
  audit: {
    title: 'The audit page could not be shown',
    text: 'The audit trail itself is not touched by this.',
  },
  settings: {
    title: 'The settings could not be read',
    text: 'No setting was changed by this.',
  },
  connections: {
    title: 'The connections could not be read',
    text: 'No connection was changed by this.',
  },
  newConnection: {
    title: 'The form could not be read',
    text: 'Nothing was added by this.',
  },
  people: {
    title: 'The people could not be read',
    text: 'No person was changed by this.',
  },
  connection: {
    title: 'This connection could not be read',
    text: 'Nothing about the connection was changed by this.',
  },
  person: {
    title: 'This person could not be read',
    text: 'Nothing about the person was changed by this.',
  },
  rules: {
    title: 'The rules could not be read',
    text: 'They are stored and stay as they are. Try again in a moment.',
  },
  business: {
    title: 'The settings of the business could not be read',
    text: 'None of them was changed by this.',
  },
  account: {
    title: 'Your account could not be read',
    text: 'Nothing about it was changed by this.',
  },
} as const

/** What is said about an operation, by the code that is stored with it. */
export const statusDetails = {
  no_connection: 'There was no connection to the provider ({code}).',
  too_late: 'It took too long to begin, so nothing was sent.',
  no_answer_in_time: 'The provider did not answer in time.',
  answer_too_large: 'The provider’s answer was too large to be read.',
  connection_broke: 'The connection broke before the whole answer was here ({code}).',
  no_access:
    'The provider gave no access: {problem, select, not_found {it does not know the payment} unauthorized {it did not accept our credentials} malformed {its answer could not be read} throttled {it allows only so many reads a minute} other {it did not answer}}.',
  nothing_to_move: 'An amount of nothing cannot be moved.',
  slow_down: 'The provider asked us to slow down and did nothing.',
  busy: 'Another request is changing this payment, so nothing was done.',
  no_provider_id: 'The payment has no id at the provider.',
  not_looked_first:
    'The payment could not be read first: {problem, select, not_found {it does not know the payment} unauthorized {it did not accept our credentials} malformed {its answer could not be read} throttled {it allows only so many reads a minute} other {it did not answer}}.',
  entity_not_known: 'It is not known which entity the payment is in.',
  in_other_currency: 'The payment is in {currency}.',
  two_decimals_only: 'The provider takes two decimals only, so this amount cannot be sent.',
  capture_not_found_now:
    'Which capture to refund could not be looked up now. Try again in a minute.',
  stored_card_not_found_now: 'The stored card could not be looked up now. Try again in a minute.',
  no_stored_card: 'The provider has stored no card for this payment.',
  no_change_possible: 'This provider cannot change an authorization.',
  rest_not_voidable: 'After a capture this account cannot void the rest. It lapses by itself.',
  less_is_held: 'Less is held at the provider than that. Look at the new figures.',
  whole_voids_only: 'This account can only void everything that is held.',
  several_captures:
    'This payment was captured in several parts, and each refund can only take from one. The largest has {largest} left.',
  less_to_refund: 'The provider has less left to refund than that.',
  accepted_for_later: 'The provider has accepted it and will report the result later.',
  done_but_unseen:
    'The provider has done it. The new figures follow as soon as it lets us read the payment.',
  http_status: 'The provider answered HTTP {status}, which does not say what happened.',
  figures_contradict: 'The figures in the provider’s answer contradict each other.',
  unreadable_answer: 'The provider’s answer could not be read ({detail}).',
  other_payment: 'The provider answered about another payment.',
  other_currency: 'The provider answered in another currency.',
  other_amount: 'The provider reports another amount than was asked for.',
  other_total: 'The provider reports another total than was asked for.',
  other_kind: 'The provider reports another kind of operation than was asked for.',
  other_reference: 'The provider answered with another reference.',
  no_new_id: 'The provider answered without an id of its own for this.',
  reported_twice: 'The provider reports this operation more than once.',
  not_shown: 'The provider’s answer does not show what was asked for.',
  not_in_history: 'It was accepted, but the payment’s history does not show it yet.',
  not_read_back:
    'It was accepted, but the payment could not be read afterwards: {problem, select, not_found {it does not know the payment} unauthorized {it did not accept our credentials} malformed {its answer could not be read} throttled {it allows only so many reads a minute} other {it did not answer}}.',
  partly_done: 'The provider reports only a part of it as done.',
  less_released: 'The provider reports less released than was asked for.',
  no_clear_result: 'The provider does not say what happened ({code}).',
  refused_but_shown: 'The provider refused it, but shows it as under way or done.',
  refused_with_change:
    'The provider refused it: “{said}” Outside Paydesk, {kind, select, capture {{sum} was captured} refund {{sum} was refunded} void {what was held was released} other {the payment was changed}}{by, select, none {} other { by {by}}}.',
  refused_or_done:
    'The provider refused it: “{said}” But it shows {kind, select, capture {a capture of {sum}} refund {a refund of {sum}} void {a void} other {a change}}{by, select, none {} other { by {by}}} made since then, and nothing tells whether that was this operation or another’s.',
  never_sent: 'It was never sent. No money moved.',
  sender_alive: 'The server that sends it may still be at work on it.',
  sender_stopped: 'Paydesk stopped before an answer was written down.',
  not_readable:
    'The provider could not be read: {problem, select, not_found {it does not know the payment} unauthorized {it did not accept our credentials} unusable {the connection cannot be used as it is set up} malformed {its answer could not be read} throttled {it allows only so many reads a minute} other {it did not answer}}.',
  still_working: 'The provider is still working on it.',
  history_lags: 'The provider’s history does not show everything yet.',
  no_result_yet: 'The provider has not reported a result yet.',
  changed_unexplained:
    'The payment has changed at the provider, and nothing shows whether that was this operation.',
  ours_or_anothers:
    'No clear answer came. The provider shows {kind, select, capture {a capture of {sum}} refund {a refund of {sum}} void {a void} other {a change}}{by, select, none {} other { by {by}}} made since then, and nothing tells whether that was this operation or another’s.',
  lost_beside_change:
    'No clear answer came, and nothing at the provider shows this operation. Outside Paydesk, {kind, select, capture {{sum} was captured} refund {{sum} was refunded} void {what was held was released} other {the payment was changed}}{by, select, none {} other { by {by}}}.',
  vanished:
    'The provider had accepted it, but does not show it any more. No money moved: it was not done.',
  never_told: 'This provider never reports such operations, so nothing proves it.',
  not_told: 'The provider does not report such operations.',
  no_trace: 'The provider does not show it, even now. No money moved.',
  no_trace_so_far: 'The provider has not shown it so far.',
  decided_by_people: 'Decided by people: “{reason}”',
} as const
