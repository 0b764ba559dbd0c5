import { TOO_LATE } from './latest-start'

/** The failure of a request that got no whole response. */
export interface Failure {
  readonly code: string
  /** Raised before the first byte of the request, so that nothing of it can have left. */
  readonly isBeforeFirstByte: boolean
}

/** Raised only while a connection is made, for any system call. */
const WHILE_CONNECTING: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  TOO_LATE,
])

/**
 * The system's own errors, some of which an established connection can meet after the write too.
 */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
const CONNECTING_CALLS: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo'])

/** The failure that an error of a request stands for; null where it has no code. */
export function failureOf(error: unknown): Failure | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof AggregateError && current.errors.length > 0) {
      const failures = current.errors.map(failureOf)
      const worst = failures.findIndex((failure) => failure?.isBeforeFirstByte !== true)
      return failures[Math.max(worst, 0)] ?? null
    }
    if ('code' in current && typeof current.code === 'string') {
      const { code } = current
      const call = 'syscall' in current ? current.syscall : null
      const isBeforeFirstByte =
        WHILE_CONNECTING.has(code) || (OF_THE_SYSTEM.has(code) && CONNECTING_CALLS.has(call))
      return { code, isBeforeFirstByte }
    }
  }
  return null
}
