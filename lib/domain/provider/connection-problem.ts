/** What the test of a connection found out about it, beyond that it failed. */
export type CheckCause =
  | 'account_malformed'
  /** The credentials are right, and lack a right to read. */
  | 'right_missing'
  /** The credentials may read, and not move money. */
  | 'read_only'
  | 'no_api'
  | 'other_environment'
  | 'list_refused'
  | 'foreign_payments'
  | 'live_payments'
  | 'test_payments'

/** The reason why a connection was not added; nothing was stored then. */
export type ConnectionProblem =
  | CheckCause
  /** Who asks would not see what they add. */
  | 'needs_all'
  | 'missing'
  | 'malformed'
  | 'name_malformed'
  | 'name_taken'
  | 'account_taken'
  | 'foreign_address'
  | 'credentials_refused'
  | 'unknown_account'
  | 'unavailable'
  | 'unreadable'
