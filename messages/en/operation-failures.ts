/** Why an operation was not started, by the code of the failure. */
export const operationFailures = {
  session_ended:
    'Your session has ended, so we cannot see how this went. Sign in again: this page will show it.',
  nothing_started: 'The request did not get through: nothing was started. You can try again.',
  database_refused:
    'Nothing was started: Paydesk has a problem. What you entered is kept. Try again in a moment, and tell an admin if it stays like this.',

  stale_page:
    'The payment has changed since this page was loaded. Nothing was sent. Look at the new figures and try again.',
  operation_id_reused: 'This request was already used for something else.',
  connection_unusable:
    'The connection “{connection}” cannot be used as it is set up, so nothing was sent. An admin has to mend it.',
  provider_not_asked:
    'The connection “{connection}” cannot be used as it is set up, so the provider was not asked. An admin has to mend it.',
  wrong_currency: 'This payment is in {currency}.',
  amount_not_positive: 'The amount must be more than nothing.',
  amount_exceeds_left: 'That is more than what is left. Nothing was sent; look at the new figures.',
  refund_exceeds_charge:
    'Each refund takes from one capture, and the largest was {largest}. Refund in steps.',
  amount_too_large: 'That is more than can be held.',
  provider_advice: {
    do_not_retry:
      'The provider asked not to try the same again. Only another amount can be sent today; settle the cause first, or agree on another way with the customer.',
    after: 'The provider asked to wait. Try again after {at}.',
    later: 'The provider asked to wait before another try. Try again in some minutes.',
  },

  operation_open: {
    capture:
      '{actor} sent this capture of {sum} {age}. Nothing was sent for your request; the page shows how it goes.',
    refund:
      '{actor} sent this refund of {sum} {age}. Nothing was sent for your request; the page shows how it goes.',
    void: '{actor} sent this void of {sum} {age}. Nothing was sent for your request; the page shows how it goes.',
    update_authorization:
      '{actor} sent this change of the order to {sum} {age}. Nothing was sent for your request; the page shows how it goes.',
    extend_authorization:
      '{actor} sent this extension of time for {sum} {age}. Nothing was sent for your request; the page shows how it goes.',
    charge_again:
      '{actor} sent this charge of another {sum} {age}. Nothing was sent for your request; the page shows how it goes.',
    pay_out:
      '{actor} sent this payout of {sum} {age}. Nothing was sent for your request; the page shows how it goes.',
    confirm_receipt:
      '{actor} sent this confirmation of a transfer of {sum} {age}. Nothing was sent for your request; the page shows how it goes.',
  },

  lines_required: 'This method needs order lines. Pick lines instead of an amount.',
  lines_required_unknown: 'This method needs order lines, and those of this order aren’t known.',
  lines_unknown: 'Nobody can tell what is left of each line. Use an amount instead.',
  lines_differ_from_amount: 'The lines don’t add up to the amount. Nothing was sent.',
  whole_capture_only:
    'This method can only be captured as a whole from here; parts go through its own portal.',
  whole_lines_only: 'This method only takes whole lines, as they were ordered.',
  unknown_line: 'The order has no such line.',
  repeated_line: '{description} is picked twice.',
  quantity_invalid: 'The quantity of {description} is not a number.',
  quantity_exceeds_left: 'There is less than that left of {description}.',
  line_amount_exceeds_left: 'There is less than that left of {description}.',
  nothing_picked: 'Nothing of {description} is picked.',

  order_differs_from_hold:
    'The order’s lines don’t add up to what is authorized, so the order cannot be changed here.',
  below_captured: 'The order can’t become smaller than what is captured.',
  nothing_changed: 'Nothing is added or changed yet.',
  too_many_lines: 'An order can have {max, number} lines at most.',
  line_indivisible: '{description} cannot be changed.',
  quantity_below_captured: 'A part of {description} is captured already and has to stay.',
  quantity_unreadable: 'A new quantity can’t be read.',
  item_incomplete: 'A new item is not complete.',
  item_without_description: 'The new line needs a description.',
  item_description_too_long: 'The description can have {max, number} characters at most.',
  item_quantity_invalid: 'The quantity must be more than nothing.',
  item_price_invalid: 'The price must be more than nothing.',
  item_vat_invalid: 'The VAT rate must lie between 0 and 100%.',
  item_amount_too_large: 'The amount is too large.',
} as const
