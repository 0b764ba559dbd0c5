import type { ConnectionFault } from './connection-fault'
import type { Provider } from './provider'

/** A connection to be added, as it was typed. */
export interface NewConnectionInput {
  readonly provider: Provider
  readonly name: string
  readonly account: string
  readonly baseUrl: string
  /** By the names of the provider's secret fields. */
  readonly secret: Readonly<Record<string, string>>
  /** By the names of its settings; a switch as true or false, everything else as a text. */
  readonly settings: Readonly<Record<string, string | boolean>>
}

export interface ConnectionInput {
  readonly connectionId: string
}

/** A connection that was just added. */
export interface AddedConnectionView {
  readonly id: string
  readonly name: string
  readonly provider: Provider
  /** Address to register with the provider for its webhooks; null when it makes no calls. */
  readonly webhookUrl: string | null
  /** True when its payments can be imported from a list. */
  readonly hasList: boolean
}

/** What a test that a person asked for has found. */
export interface TestedConnectionView {
  /** False when it was tested a moment ago, so that the result is of then. */
  readonly isTested: boolean
  /** Null when it works. */
  readonly fault: ConnectionFault | null
}
