import type { StatusDetail } from './status-detail'

/** One HTTP request and its answer, redacted: no secrets, no personal data. */
export interface HttpExchange {
  readonly method: string
  readonly path: string
  readonly requestBody: string | null
  readonly status: number | null
  readonly responseBody: string | null
  readonly durationMs: number
  /** The reason why there is no usable response; null when there is one. */
  readonly problem: StatusDetail | null
}
