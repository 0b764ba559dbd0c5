import type { FastifyRequest } from 'fastify'
import type { Directives } from '../calls/response'

/** One received call, in the form that the operations of this provider need. */
export interface OppwaCall {
  readonly request: FastifyRequest
  /** The id in the path; empty where there is none. */
  readonly id: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly directives: Directives
}
