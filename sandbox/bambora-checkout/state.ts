import type { ProviderState } from '../ledger/ledger'
import type { ApiUser } from './accounts'
import type { CheckoutChange } from './changes'
import type { Entry } from './entry'
import type { Payment } from './payment'
import { DEFAULT_SETTINGS, type Settings } from './settings'

/** The state of Bambora Checkout's part of the sandbox, built up from its changes. */
export class CheckoutState implements ProviderState<CheckoutChange> {
  settings: Settings = DEFAULT_SETTINGS
  readonly users = new Map<string, ApiUser>()
  readonly md5Keys = new Map<string, string>()
  /** In order of creation. */
  readonly entries = new Map<string, Entry>()

  apply(change: CheckoutChange): void {
    switch (change.kind) {
      case 'set-up':
        for (const user of change.users) this.users.set(user.accessToken, user)
        for (const [number, key] of Object.entries(change.md5Keys)) this.md5Keys.set(number, key)
        for (const payment of change.payments) this.open(payment)
        return
      case 'user':
        this.users.set(change.user.accessToken, change.user)
        return
      case 'md5-key':
        this.md5Keys.set(change.merchantNumber, change.key)
        return
      case 'switches':
        this.settings = { ...this.settings, ...change.switches }
        return
      case 'open':
        this.open(change.payment)
        return
      case 'operate': {
        const { operation, status } = change
        this.update(change.id, (payment) => ({
          ...payment,
          status,
          operations: [...payment.operations, operation],
        }))
        return
      }
      case 'end':
        this.update(change.id, (payment) => ({
          ...payment,
          status: change.status,
          operations: payment.operations.flatMap((operation) => {
            if (operation.id !== change.operationId) return [operation]
            if (change.vanishes) return []
            return [{ ...operation, status: change.operationStatus, ending: null }]
          }),
        }))
        return
    }
  }

  clear(): void {
    this.settings = DEFAULT_SETTINGS
    this.users.clear()
    this.md5Keys.clear()
    this.entries.clear()
  }

  /** A payment of this merchant; undefined also when it belongs to another one. */
  find(merchantNumber: string, id: string): Entry | undefined {
    const entry = this.entries.get(id)
    return entry?.payment.merchantNumber === merchantNumber ? entry : undefined
  }

  private open(payment: Payment): void {
    this.entries.set(payment.id, { id: payment.id, payment, lag: null, touched: false })
  }

  private update(id: string, change: (payment: Payment) => Payment): void {
    const entry = this.entries.get(id)
    if (!entry) throw new Error(`no payment ${id}`)
    entry.payment = change(entry.payment)
    entry.touched = true
  }
}
