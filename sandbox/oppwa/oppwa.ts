import type { Recorder } from '../ledger/ledger'
import type { Runtime } from '../provider'
import { OppwaState } from './state'
import type { OppwaChange } from './changes'
import type { Payment } from './payment'
import { Throttle } from './read/throttle'

type PaymentListener = (payment: Payment) => void

/** The platform's state; `record` is the only way to change it. */
export class Oppwa {
  readonly state = new OppwaState()
  readonly throttle = new Throttle(() => this.now())
  private readonly write: Recorder<OppwaChange>
  private readonly listeners: PaymentListener[] = []
  private readonly hiddenUntilMs = new Map<string, number>()

  constructor(readonly runtime: Runtime) {
    this.write = runtime.ledger.mount('oppwa', this.state)
  }

  /**
   * Writes one change to journal and state. With `lagMs`, reports are without a new payment for
   * that long. Throws, with nothing changed, when the journal cannot be written.
   */
  record(change: OppwaChange, lagMs?: number): void {
    this.write(change)
    if (change.kind !== 'payment' && change.kind !== 'closed') return
    const id = change.kind === 'payment' ? change.payment.id : change.id
    if (lagMs !== undefined) this.hiddenUntilMs.set(id, this.now() + lagMs)
    const payment = this.state.payments.get(id)
    if (payment) for (const listener of this.listeners) listener(payment)
  }

  /** Calls `listener` after every new payment and every new result. */
  onPayment(listener: PaymentListener): void {
    this.listeners.push(listener)
  }

  /** True once reports show a payment. */
  isShown(id: string): boolean {
    return (this.hiddenUntilMs.get(id) ?? 0) <= this.now()
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.runtime.clock.now()
  }
}
