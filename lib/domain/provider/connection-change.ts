import type { SettingContradiction } from './connection-problem'

/** The inputs of everything that people do with a connection that is there. */

/** A connection as it was shown. */
export interface SeenConnectionInput {
  readonly connectionId: string
  /** Its version, ISO 8601: whoever was faster is named instead of being overwritten. */
  readonly seen: string
}

export interface ConnectionNameInput extends SeenConnectionInput {
  /** As it was typed. */
  readonly name: string
}

export interface ConnectionStateInput extends SeenConnectionInput {
  /** False for a connection that begins nothing new. */
  readonly isEnabled: boolean
}

export interface ConnectionRemovalInput extends SeenConnectionInput {
  /** Its name, typed to confirm. */
  readonly typedName: string
}

export interface ConnectionSecretInput extends SeenConnectionInput {
  /** The secret fields as they were typed; what is empty or left out stays as it is. */
  readonly fields: Readonly<Record<string, string>>
}

export type SettingValue = string | number | boolean

export interface ConnectionSettingsInput extends SeenConnectionInput {
  /** All settings that are not as usual: what is left out becomes so again. */
  readonly settings: Readonly<Record<string, SettingValue>>
}

/** The reason why a connection was not changed; nothing was stored then. */
export type ConnectionChangeProblem =
  | SettingContradiction
  | 'overtaken'
  | 'closed'
  | 'name_taken'
  | 'name_malformed'
  | 'name_differs'
  | 'operations_open'
  | 'nothing_typed'
  | 'fields_malformed'
  | 'other_environment'
  | 'account_missing'
  | 'account_connected'
  | 'secret_unreadable'
  | 'secret_refused'
  | 'wrong_account'
  | 'unavailable'
  | 'unusable'

/** The reason with its values; nothing was stored then. */
export interface UnchangedConnection {
  readonly problem: ConnectionChangeProblem
  /** A name, a field or the provider's own text, as the words of the problem need it. */
  readonly detail: string
}

/** The result of a change; false when the connection was that way already. */
export interface ChangedConnectionView {
  readonly isChanged: boolean
}
