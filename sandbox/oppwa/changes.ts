import type { Channel } from './channels'
import type { Payment } from './payment'
import type { Switches } from './switches'
import type { Subscription } from './webhooks/subscription'

/** When and how an operation that is only accepted ends. */
export interface Pending {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly closesAtMs: number
  readonly closeAs: 'done' | 'refused' | 'never'
}

/** Everything that can happen to the platform's book; one journal line each. */
export type OppwaChange =
  | {
      readonly kind: 'set-up'
      readonly channels: readonly Channel[]
      readonly payments: readonly Payment[]
    }
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'switches'; readonly switches: Partial<Switches> }
  | { readonly kind: 'minted'; readonly payments: readonly Payment[] }
  | { readonly kind: 'payment'; readonly payment: Payment; readonly pending?: Pending }
  | { readonly kind: 'closed'; readonly id: string; readonly code: string }
  | { readonly kind: 'subscription'; readonly subscription: Subscription }
