/** Why something was not done, by the code of the failure. */
export const failures = {
  tag_no_response:
    'No answer came back. Press it once more: a tag is put on, or taken off, only once.',
  tag_malformed: 'A tag has up to 40 letters and digits, and between them blanks, dots, - or _.',
  tag_too_many: 'The payment has 20 tags, and cannot have more. Take one off first.',
  rule_no_response: 'No answer came back. Press it once more: it is done only once.',
  rule_name_malformed: 'Give the rule a name of up to 60 characters.',
  rule_name_taken: 'There is a rule of this name. Give this one another.',
  rule_times_malformed: 'Enter a whole number of times, from 1 to 50.',
  rule_hours_malformed: 'Enter whole hours, from 1 to 336 (two weeks).',
  rule_gone: 'A colleague has removed this rule.',
  rule_too_many: 'There are 20 rules, and cannot be more. Remove one that is not used.',
  rule_hold_at_longest: 'The provider holds this money no longer: no rule asks for more.',
  unworded: 'This could not be done. Reload the page to see how things stand. ({code})',
  foreign_origin: 'This request did not come from a Paydesk page, so nothing was done.',
  not_signed_in: 'You are not signed in any more. Nothing was done: sign in again.',
  no_connection: 'No connection: nothing was sent. What you entered is still here.',
  page_outdated:
    'Paydesk was updated, and this page is from before. Nothing was done: reload the page.',
  invalid_input: {
    whole: 'The input is not valid.',
    field: 'The field {field} is not valid.',
  },
  internal:
    '{phase, select, before {Something went wrong before anything was done. Try again in a moment.} during {Something went wrong, and whether this took effect is not known. Reload the page to see before you try again.} sign_in {Signing in did not work just now. Try again in a moment.} sign_out {Signing out did not work just now. Try again in a moment.} other {This could not be read just now. Try again in a moment.}} (Request {requestId})',
  not_found: {
    payment: 'There is no such payment.',
    operation: 'There is no such operation.',
    connection: 'There is no such connection.',
    picture: 'There is no such picture.',
    batch: 'There is no such batch.',
  },
  batch_no_response:
    'No answer came back. What you entered is still here: do the same again, and nothing happens twice.',
  batch_changed:
    'The rows of this batch have changed since this page was read, so nothing was started. Look at its sums again.',
  batch_moved_on:
    'This batch has moved on meanwhile, so nothing was changed. The page is read anew.',
  batch_empty: 'There is no row to start.',
  row_not_startable:
    'This row cannot be started as it is: correct its order number or amount first.',
  file_not_text: 'This file is no table in plain text. Save it as CSV and choose that file.',
  file_empty: 'This file has no rows.',
  too_many_rows:
    'A batch has at most {most, number} rows, and this is more. Nothing was read: divide it.',
  file_too_large:
    'A file has at most {megabytes, number} MB, and this one is larger. Nothing was read: divide it.',
  file_quote_open:
    'In line {line, number} a quotation mark opens that is never closed, so nothing was read. Correct the file there.',
  not_in_review: 'This operation is not waiting for a decision.',
  review_no_response:
    'The answer did not come back. The page has been read anew: look whether your decision is listed before you give it again.',
  note_no_response:
    'No answer came back. What you wrote is still here: add it once more, it will not be there twice.',
  verify_unreachable:
    'No answer came back. Verifying changes nothing, so you can simply try again.',
  check_unreachable:
    'Paydesk could not be reached. Looking changes nothing, so you can simply try again.',
  download_incomplete: 'The file did not arrive whole, so none was saved. Try again.',
  broken_chain:
    'An entry of the audit trail does not fit any more, so no file was made. Verify again to see which.',
  too_many_views: 'You keep {max, number} views already. Remove one first.',
  view_no_response: 'The answer did not come back. Look whether it is there before you try again.',
  view_gone: 'This view is gone already, or belongs to somebody else.',
  email_missing: 'Enter your e-mail address.',
  password_missing: 'Enter your password.',
  wrong_credentials: 'The e-mail address or the password is not right.',
  local_passwords_off:
    'Passwords and passkeys are switched off here. Sign in with the button above.',
  local_ways_off:
    'Passwords are switched off here, so a link would let no one in. People get in by single sign-on.',
  signs_in_by_provider:
    'This person signs in by single sign-on and has no password here. A lost password is replaced there.',
  emergency_admin:
    'This is the emergency admin, the only one who may still sign in by password. On the server, another one is named first.',
  too_many_tries:
    'Too many failed sign-ins. Try again in {minutes, plural, one {a minute} other {# minutes}}, or use a browser in which you have signed in before.',
  sign_in_over: 'This sign-in has taken too long. Sign in again with your password.',
  codes_used_up: 'Too many codes were wrong. Sign in again with your password.',
  code_malformed:
    'Enter the six digits that your app shows, or one of your recovery codes as it was written.',
  code_wrong:
    'This code is not right, or it was used already. Wait for the next one. If that is refused, too, check the clock of your phone: it must be set automatically.',
  too_many_codes:
    'Too many wrong codes. Try again in {minutes, plural, one {a minute} other {# minutes}}.',
  second_factor_required:
    'Your role needs a second factor, so nothing was done. Reload the page to set it up.',
  step_up_required:
    'This needs a second factor that you have shown in the last five minutes, so nothing was done.',
  second_factor_on: 'A second factor is set up already. Reload the page.',
  second_factor_off: 'No second factor is set up any more. Reload the page.',
  second_factor_needed: 'Your role needs a second factor, so it stays on.',
  set_up_over: 'This has taken too long, or was begun anew elsewhere. Begin again.',
  email_malformed: 'That is no e-mail address.',
  email_taken: 'A person with this e-mail address is there already.',
  name_malformed:
    'Enter a name with letters, on one line, with at most {most, number} characters, none of them invisible.',
  role_unknown: 'There is no such role.',
  role_above_own: 'That role may do things which yours may not. Ask a person who may do them.',
  scope_empty: 'Choose at least one connection.',
  scope_above_own: 'You do not see all of these connections yourself. Ask a person who does.',
  person_above_own:
    'This person sees connections which you do not. Ask an admin who sees all of them.',
  connection_unknown: 'One of these connections is not there any more. Reload the page.',
  import_running: 'The import of this connection is under way already.',
  needs_all_connections:
    'The audit trail is that of all connections, and you see some of them only. Ask an admin who sees all.',
  own_account: 'No one changes their own role, connections or way in here. Ask another admin.',
  password_wrong: 'The current password is not right.',
  password_too_short: 'The password must have at least {least, number} characters.',
  password_too_long: 'The password may have at most {most, number} characters.',
  password_malformed: 'The password must be one line of text.',
  password_common: 'This password is among the first that attackers try. Choose another one.',
  password_personal:
    'This password is mostly a name, an e-mail address or a word of this product. Add more of your own, or choose another one.',
  address_malformed: 'That is no network address.',
  unknown_person: 'There is no such person any more.',
  person_disabled: 'This person is disabled. Enable the account first.',
  last_admin:
    'This is the last admin of all connections who can sign in. Make another person one first.',
  actor_changed:
    'Your own role or connections have changed meanwhile, so nothing was done. Reload the page.',
  too_often:
    'You have done this very often just now. You can do it again in {minutes, plural, one {a minute} other {# minutes}}.',
  too_many_passwords:
    'Too many wrong passwords. Try again in {minutes, plural, one {a minute} other {# minutes}}.',
  link_unusable:
    'This link no longer works. If you have just chosen a password, sign in with it; otherwise ask for a new link.',
  session_gone: 'That browser is signed out already.',
  passkey_refused: {
    cancelled:
      'Your device gave no passkey: it was cancelled, took too long, or there is none on it. Nothing was done. You can try again.',
    already_here: 'This device has a passkey of yours already: sign in by that one.',
    no_device:
      'This browser found no device that makes passkeys and checks that it is you. Set a screen lock or a PIN for it, or use another device.',
    unavailable:
      'Passkeys need an address with a name, and people open this Paydesk at a bare network address. Sign in with your password.',
    expired: 'This took too long, or was answered already. Nothing was done. Try again.',
    unreadable: 'The answer of your device could not be read. Nothing was done. Try again.',
    wrong_site:
      'Your device answered for another address than this one. Open Paydesk at its own address and try again.',
    unverified:
      'Your device did not check that it is you. Set a screen lock, fingerprint or PIN for it and try again.',
    unknown:
      'Paydesk does not take this passkey, or not any more. Sign in with your password, or ask an admin.',
    counter:
      'This passkey may have been copied to another device, so it was not taken. Sign in with your password, remove the passkey, and tell an admin.',
    disabled: 'Your account is disabled. Ask an admin.',
    overtaken: 'Your access was changed at this very moment. Try again.',
    too_many: 'You have as many passkeys as Paydesk keeps. Remove one first.',
    gone: 'This passkey is removed already, or your password has just been changed. Reload the page.',
  },
  time_zone_unknown:
    'There is no such time zone. Take one from the list, such as Europe/Oslo, or leave the field empty.',
  people_no_response: 'No answer came back. Look how things stand before you try again.',
} as const

/** Why an operation was not started, by the code of the failure. */
export const operationFailures = {
  session_ended:
    'Your session has ended, so we cannot see how this went. Sign in again: this page will show it.',
  not_started_yet:
    'Nothing has been started so far. You can send it again: it stays the same request, which is never carried out twice.',
  rest_no_response: 'No answer came back. Press it once more: it is kept only once.',
  nothing_started: 'The request did not get through: nothing was started. You can try again.',
  database_refused:
    'Nothing was started: Paydesk has a problem. What you entered is kept. Try again in a moment, and tell an admin if it stays like this.',

  stale_page:
    'The payment has changed since this page was loaded. Nothing was sent. Look at the new figures and try again.',
  operation_id_reused: 'This request was already used for something else.',
  connection_disabled:
    'The connection “{connection}” is disabled, so nothing was imported. Enable it first.',
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
  whole_pieces_only: 'This order is in whole pieces, so only whole pieces are possible.',
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
