/** A request body as received. */
export type RequestBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'json'; readonly value: unknown }

/** Reads a body text; never fails. */
export function parseBody(text: string): RequestBody {
  if (text.trim() === '') return { kind: 'none' }
  try {
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'malformed' }
  }
}

/** A field of the body if it has the wanted type; for logs only. */
export function peekField(body: RequestBody, field: string): unknown {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null)
    return undefined
  return (body.value as Readonly<Record<string, unknown>>)[field]
}
