import type { ApiUser } from './accounts'
import type { Operation, Payment, Status } from './payment'
import type { Settings } from './settings'

/** The changes of this state; one journal line each. */
export type CheckoutChange =
  | {
      readonly kind: 'set-up'
      readonly users: readonly ApiUser[]
      readonly md5Keys: Readonly<Record<string, string>>
      readonly payments: readonly Payment[]
    }
  | { readonly kind: 'user'; readonly user: ApiUser }
  | { readonly kind: 'md5-key'; readonly merchantNumber: string; readonly key: string }
  /** New settings. The names `switches` are those of stored ledger files. */
  | { readonly kind: 'switches'; readonly switches: Partial<Settings> }
  | { readonly kind: 'open'; readonly payment: Payment }
  /** A new operation, and the payment's status after it. */
  | {
      readonly kind: 'operate'
      readonly id: string
      readonly operation: Operation
      readonly status: Status
    }
  /** An accepted operation ends. */
  | {
      readonly kind: 'end'
      readonly id: string
      readonly operationId: string
      readonly operationStatus: Status
      readonly status: Status
      /** True when the operation vanishes from the history; absent in older ledger files. */
      readonly vanishes?: boolean
    }
