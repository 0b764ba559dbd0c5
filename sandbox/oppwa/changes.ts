import type { Channel } from './channels'
import type { Payment } from './payment'
import type { Settings } from './settings'

/** A merchant's webhook, as set up in the portal (fact sheet §11). */
export interface Subscription {
  readonly id: string
  readonly entityId: string
  readonly url: string
  /** 64 hex digits. */
  readonly key: string
  readonly wrapper: 'none' | 'JSON'
  /** True once the test request was accepted. */
  readonly active: boolean
}

/** Time and kind of the end of an operation that is only accepted. */
export interface Pending {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly closesAtMs: number
  readonly closeAs: 'done' | 'refused' | 'never'
}

/** The changes of the platform's state; one journal line each. */
export type OppwaChange =
  | {
      readonly kind: 'set-up'
      readonly channels: readonly Channel[]
      readonly payments: readonly Payment[]
    }
  | { readonly kind: 'channel'; readonly channel: Channel }
  /** New settings. The names `switches` are those of stored ledger files. */
  | { readonly kind: 'switches'; readonly switches: Partial<Settings> }
  | { readonly kind: 'minted'; readonly payments: readonly Payment[] }
  | { readonly kind: 'payment'; readonly payment: Payment; readonly pending?: Pending }
  | { readonly kind: 'closed'; readonly id: string; readonly code: string }
  | { readonly kind: 'subscription'; readonly subscription: Subscription }
