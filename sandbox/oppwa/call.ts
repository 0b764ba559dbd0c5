import type { FastifyRequest } from 'fastify'
import type { Directives } from '../calls/response'

/** One received call, as the operations of this provider need it. */
export interface OppwaCall {
  readonly request: FastifyRequest
  /** The id in the path; empty where there is none. */
  readonly id: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly directives: Directives
}
