import type { FastifyInstance } from 'fastify'
import type { CallLog } from './calls/call-log'
import type { Clock } from './clock'
import type { FaultQueue } from './faults/fault-queue'
import type { Ledger } from './ledger/ledger'

/** One payment provider inside the sandbox. Routes are mounted below its name. */
export interface Provider {
  /** Prefix of its routes and its name in logs, e.g. `dintero`. */
  readonly name: string
  /** Adds the provider's own HTTP protocol. */
  mountProtocol(app: FastifyInstance): void
  /** Adds the provider's part of the control API. */
  mountControl(app: FastifyInstance): void
  /** Fills an empty ledger. */
  setUp(): void
  /** Resumes the operations that were open when the ledger was closed. */
  resume(): void
}

/** The parts that all providers of one sandbox share. */
export interface Runtime {
  readonly clock: Clock
  readonly ledger: Ledger
  readonly faults: FaultQueue
  readonly calls: CallLog
}
