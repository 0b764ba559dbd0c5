/** What is to be put on the wire, and in which manner. */
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

/** A plan that sends a JSON text as it should be. */
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

/** A plan after which the client never gets an answer. */
export function unsentReply(kind: 'drop' | 'hang'): ReplyPlan {
  return { status: 0, headers: {}, payload: '', delivery: { kind } }
}
