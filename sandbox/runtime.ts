import type { CallLog } from './calls/call-log'
import type { Clock } from './clock'
import type { FaultQueue } from './faults/fault-queue'
import type { Ledger } from './ledger/ledger'

/** The parts that all providers of one sandbox share. */
export interface Runtime {
  readonly clock: Clock
  readonly ledger: Ledger
  readonly faults: FaultQueue
  readonly calls: CallLog
}
