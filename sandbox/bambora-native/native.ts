import type { Recorder } from '../ledger/ledger'
import type { Runtime } from '../provider'
import { NativeState, type Entry, type NativeChange } from './state'
import type { Payment } from './payment'

/** Bambora Native's state; `record` is the only way to change it. */
export class Native {
  readonly state = new NativeState()
  /** Writes changes to journal and state; throws, with nothing changed, when it cannot. */
  readonly record: Recorder<NativeChange>

  constructor(readonly runtime: Runtime) {
    this.record = runtime.ledger.mount('bambora-native', this.state)
  }

  /** Changes a payment. With `lagMs`, reads keep showing the state before it for that long. */
  update(entry: Entry, payment: Payment, lagMs?: number): void {
    const shown = this.visible(entry)
    this.record({ kind: 'update', payment })
    if (lagMs !== undefined) entry.lag = { untilMs: this.now() + lagMs, payment: shown }
  }

  /** The payment as a read shows it now. */
  visible(entry: Entry): Payment {
    return entry.lag && this.now() < entry.lag.untilMs ? entry.lag.payment : entry.payment
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.runtime.clock.now()
  }
}
