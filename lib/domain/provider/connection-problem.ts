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

/** Settings that cannot hold together. */
export type SettingContradiction =
  /** The second account is the account itself. */
  | 'same_entity'
  /** The reads that are allowed never reach the second account. */
  | 'one_read_two_entities'
  | 'test_mode_live'
  /** Days of a list that there is not. */
  | 'days_without_list'

/** The reason why a connection was not added; nothing was stored then. */
export type ConnectionProblem =
  | CheckCause
  | SettingContradiction
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
