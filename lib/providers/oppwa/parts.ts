import type { OppwaReports } from './reports'
import type { OppwaSession } from './session'
import type { OppwaSettings } from './settings'

/** One channel at least. */
export type EntityIds = readonly [string, ...string[]]

/** What the client of one account is made of. */
export interface OppwaParts {
  readonly session: OppwaSession
  readonly reports: OppwaReports
  readonly settings: OppwaSettings
  /** The channels of the merchant, the connection's own first (§3). */
  readonly entityIds: EntityIds
  readonly baseUrl: string
  readonly nowMs: () => number
}
