import { isObject } from '@/components/query/read-json'

/** The response of a polled route. */
export type LiveResponse =
  | {
      readonly kind: 'told'
      /** Differs after each change. */
      readonly version: string
      /** Operations that wait for a person, where the route counts them. */
      readonly inReview: number | null
    }
  | { readonly kind: 'signed_out' }

/** Parses the response of a polled route; null for any unexpected response. */
export function parseLiveResponse(status: number, body: unknown): LiveResponse | null {
  if (status === 401) return { kind: 'signed_out' }
  if (status !== 200 || !isObject(body) || !isObject(body['value'])) return null
  const { version, inReview } = body['value']
  if (typeof version !== 'string') return null
  return { kind: 'told', version, inReview: typeof inReview === 'number' ? inReview : null }
}
