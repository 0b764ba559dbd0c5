import type { ConnectionCheckView } from '@/lib/domain/provider/connection-fault'
import type { ConnectionState, Provider } from '@/lib/domain/provider/provider'

/** The last import of a connection that the server does by itself. Times are ISO 8601. */
export interface ImportView {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'finished' | 'failed' | 'interrupted'
  readonly startedAt: string
  /** Null while it goes on. */
  readonly finishedAt: string | null
  readonly pages: number
  /** Entries in the provider's list. */
  readonly read: number
  /** Payments written: those that brought something new. */
  readonly written: number
  readonly malformed: number
  /** The provider's own words for why it stopped; null where there are none. */
  readonly failure: string | null
}

/** A connection and how it is doing. */
export interface ConnectionHealth {
  readonly id: string
  readonly name: string
  readonly provider: Provider
  readonly accountId: string
  readonly isTest: boolean
  readonly state: ConnectionState
  /** The time at which it was disabled or removed; null while it is enabled. */
  readonly stoppedAt: Date | null
  readonly check: ConnectionCheckView
  /** Why it cannot be used as it is stored; null when it can. */
  readonly unusable: 'secret' | 'settings' | null
  /** Changes up to here are known; null before its list was gone through once. */
  readonly knownUntil: Date | null
  /** Null where that is not known, because it cannot be used. */
  readonly hasList: boolean | null
  readonly sendsWebhooks: boolean
  readonly lastWebhookAt: Date | null
  /** Payments that could not be read. */
  readonly unread: number
}
