import { isObject } from '@/components/query/read-json'

/** The response of a polled route. */
export type LiveResponse =
  | {
      readonly kind: 'version'
      /** Differs after each change. */
      readonly version: string
      /** Operations that wait for a person, where the route counts them. */
      readonly inReview: number | null
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
  const { version, inReview } = body['value']
  if (typeof version !== 'string') return FAILED
  return { kind: 'version', version, inReview: typeof inReview === 'number' ? inReview : null }
}
