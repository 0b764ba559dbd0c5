import type { SettingValue } from './connection-change'
import type { ConnectionCheckView } from './connection-fault'
import type { ConnectionState, Provider } from './provider'

/** Everything that the page of a connection shows; nothing of its secret. */
export interface ConnectionView {
  readonly id: string
  readonly name: string
  readonly provider: Provider
  readonly accountId: string
  /** Every account whose payments it reads. */
  readonly accounts: readonly string[]
  readonly baseUrl: string
  readonly isTest: boolean
  readonly state: ConnectionState
  readonly closedAt: Date | null
  /** False where payments come in by their references; null while the connection cannot be used. */
  readonly hasList: boolean | null
  /** Names this version in a change. */
  readonly version: string
  readonly createdAt: Date
  /** Address to register with the provider; null when it makes no calls. */
  readonly webhookUrl: string | null
  /** The settings that are not as usual; null when the secret cannot be opened. */
  readonly settings: Readonly<Record<string, SettingValue>> | null
  readonly health: ConnectionHealth
  /** Its last changes, newest first. */
  readonly changes: readonly ConnectionChangeView[]
}

export interface ConnectionHealth {
  readonly check: ConnectionCheckView
  /** Changes up to here are known; null before its list was read once, and without one. */
  readonly knownUntil: Date | null
  readonly lastWebhookAt: Date | null
  /** Until then what signed webhooks before counts as well; null without one. */
  readonly previousWebhookUntil: Date | null
  /** Payments that could not be read; counted up to a hundred. */
  readonly unread: number
  readonly openOperations: number
  readonly payments: number
  readonly held: readonly { readonly currency: string; readonly heldMinor: number }[]
}

/** The changes that the audit trail knows by a word of their own. */
export const CONNECTION_CHANGES = [
  'connection.added',
  'connection.renamed',
  'connection.secret_replaced',
  'connection.settings_changed',
  'connection.disabled',
  'connection.enabled',
  'connection.closed',
] as const

export interface ConnectionChangeView {
  readonly action: (typeof CONNECTION_CHANGES)[number]
  readonly actorName: string
  readonly at: Date
}
