/** Why something was not done, by the code of the failure. */
export const failures = {
  unworded: 'This could not be done. Reload the page to see how things stand. ({code})',
  foreign_origin: 'This request did not come from a Paydesk page, so nothing was done.',
  not_signed_in: 'You are not signed in any more. Nothing was done: sign in again.',
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
  },
  not_in_review: 'This operation is not waiting for a decision.',
  review_lost:
    'The answer did not come back. The page has been read anew: look whether your decision is listed before you give it again.',
  note_lost:
    'No answer came back. What you wrote is still here: add it once more, it will not be there twice.',
  verify_unreachable:
    'No answer came back. Verifying changes nothing, so you can simply try again.',
  check_unreachable:
    'Paydesk could not be reached. Looking changes nothing, so you can simply try again.',
  download_lost: 'The file did not arrive whole, so none was saved. Try again.',
  broken_chain:
    'An entry of the audit trail does not fit any more, so no file was made. Verify again to see which.',
  too_many_views: 'You keep {max, number} views already. Remove one first.',
  view_lost: 'The answer did not come back. Look whether it is there before you try again.',
  view_gone: 'This view is gone already, or belongs to somebody else.',
  email_missing: 'Enter your e-mail address.',
  password_missing: 'Enter your password.',
  wrong_credentials: 'The e-mail address or the password is not right.',
  too_many_tries:
    'Too many failed sign-ins. Try again in {minutes, plural, one {a minute} other {# minutes}}.',
} as const
