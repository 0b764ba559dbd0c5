/** The bytes to send, and the way of sending them. */
export interface ReplyPlan {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string
  readonly delivery:
    | { readonly kind: 'whole' }
    | { readonly kind: 'drop' }
    | { readonly kind: 'hang' }
    | { readonly kind: 'cut' }
    | { readonly kind: 'drip'; readonly bytesPerSecond: number }
    | { readonly kind: 'padded'; readonly bytes: number }
    | { readonly kind: 'stale'; readonly afterMs: number }
}

/** A plan that sends a JSON text completely. */
export function wholeReply(
  status: number,
  payload: string,
  headers: Readonly<Record<string, string>> = {},
): ReplyPlan {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    payload,
    delivery: { kind: 'whole' },
  }
}

/** A plan that sends no response. */
export function unsentReply(kind: 'drop' | 'hang'): ReplyPlan {
  return { status: 0, headers: {}, payload: '', delivery: { kind } }
}
