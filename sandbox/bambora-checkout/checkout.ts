import type { Recorder } from '../ledger/ledger'
import type { Runtime } from '../provider'
import { CheckoutState } from './state'
import type { CheckoutChange } from './changes'

/** Bambora Checkout's state; `record` is the only way to change it. */
export class Checkout {
  readonly state = new CheckoutState()
  private readonly writeChanges: Recorder<CheckoutChange>

  constructor(readonly runtime: Runtime) {
    this.writeChanges = runtime.ledger.mount('bambora-checkout', this.state)
  }

  /**
   * Writes one change to journal and state. With `lagMs`, reads keep showing the payment before it
   * for that long. Throws, with nothing changed, when the journal cannot be written.
   */
  record(change: CheckoutChange, lagMs?: number): void {
    const entry = 'id' in change ? this.state.entries.get(change.id) : undefined
    const before = entry?.payment
    this.writeChanges(change)
    if (!entry || !before || lagMs === undefined) return
    const nowMs = this.now()
    const shown = entry.lag && nowMs < entry.lag.untilMs ? entry.lag.payment : before
    entry.lag = { untilMs: nowMs + lagMs, payment: shown }
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.runtime.clock.now()
  }
}
