/** What keeps a connection from working, by a code that is stored and worded in `connections.faults`. */
export const CONNECTION_FAULTS = [
  'credentials_refused',
  'right_missing',
  'read_only',
  'unknown_account',
  'wrong_account',
  'no_api',
  'list_refused',
  'unreadable',
  'unavailable',
  'unusable',
] as const

export type ConnectionFault = (typeof CONNECTION_FAULTS)[number]

/** The use of a connection that found out something about it. */
export const CHECK_SOURCES = ['list', 'read', 'test'] as const

export type CheckSource = (typeof CHECK_SOURCES)[number]

/** The last thing that a connection's provider showed about it. */
export interface ConnectionCheckView {
  /** Null before anything was asked with its present secret. */
  readonly checkedAt: Date | null
  /** Null while it works. */
  readonly fault: ConnectionFault | null
  /** The provider's own words; null where there are none, and while it works. */
  readonly detail: string | null
  /** Null while it works. */
  readonly failingSince: Date | null
}
