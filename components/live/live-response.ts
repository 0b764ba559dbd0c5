import { isObject } from '@/components/query/read-json'

/** What the bar on top of every page counts. */
export interface LiveCounts {
  /** Operations that wait for a person. */
  readonly inReview: number
  /** Lines of the reader's notices that are not read. */
  readonly unreadNotices: number
}

/** The response of a polled route. */
export type LiveResponse =
  | {
      readonly kind: 'version'
      /** Differs after each change. */
      readonly version: string
      /** Of the bar on top, where the route counts them. */
      readonly counts: LiveCounts | null
    }
  | { readonly kind: 'signed_out' }
  /** No usable response came. */
  | { readonly kind: 'failed' }

export const FAILED: LiveResponse = { kind: 'failed' }

/** Parses the response of a polled route; `failed` for any unexpected response. */
export function parseLiveResponse(status: number, body: unknown): LiveResponse {
  if (status === 401) return { kind: 'signed_out' }
  if (status !== 200 || !isObject(body) || !isObject(body['value'])) {
    return FAILED
  }
  const { version, inReview, unreadNotices } = body['value']
  if (typeof version !== 'string') return FAILED
  const isCounted = typeof inReview === 'number' && typeof unreadNotices === 'number'
  return { kind: 'version', version, counts: isCounted ? { inReview, unreadNotices } : null }
}
