import type { FastifyInstance } from 'fastify'

/** One payment provider inside the sandbox. Routes are mounted below its name. */
export interface Provider {
  /** Prefix of its routes and its name in logs, e.g. `dintero`. */
  readonly name: string
  /** Adds the provider's own HTTP protocol. */
  mountProtocol(app: FastifyInstance): void
  /** Adds the switches and the ledger view for tests. */
  mountControl(app: FastifyInstance): void
  /** Fills an empty ledger. */
  setUp(): void
  /** Takes up what was still running when the ledger was closed, e.g. operations only accepted. */
  resume(): void
}
