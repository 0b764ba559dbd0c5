import type { Recorder } from '../ledger/ledger'
import type { Runtime } from '../provider'
import { DinteroState } from './state'
import type { DinteroChange } from './changes'
import type { Entry } from './entry'
import type { TransactionEvent } from './transaction'

/** Receives a changed transaction and the added events. */
type UpdateListener = (entry: Entry, events: readonly TransactionEvent[]) => void

/** Dintero's state; `record` is the only way to change it. */
export class Dintero {
  readonly state = new DinteroState()
  private readonly writeChanges: Recorder<DinteroChange>
  private readonly listeners: UpdateListener[] = []

  constructor(readonly runtime: Runtime) {
    this.writeChanges = runtime.ledger.mount('dintero', this.state)
  }

  /**
   * Writes one change to journal and state. With `lagMs`, reads keep showing the state before it
   * for that long. Throws, with nothing changed, when the journal cannot be written.
   */
  record(change: DinteroChange, lagMs?: number): void {
    const entry = change.kind === 'update' ? this.state.entries.get(change.id) : undefined
    const before = entry?.transaction
    this.writeChanges(change)
    if (change.kind !== 'update' || !entry || !before) return
    if (lagMs !== undefined) {
      const nowMs = this.now()
      const shown = entry.lag && nowMs < entry.lag.untilMs ? entry.lag.transaction : before
      entry.lag = { untilMs: nowMs + lagMs, transaction: shown }
    }
    for (const listener of this.listeners) listener(entry, change.events)
  }

  /** Calls `listener` after every change of a transaction. */
  onUpdate(listener: UpdateListener): void {
    this.listeners.push(listener)
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.runtime.clock.now()
  }

  /** The present time in the format of transactions. */
  timestamp(): string {
    return new Date(this.now()).toISOString()
  }
}
