import type { FastifyInstance } from 'fastify'

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
