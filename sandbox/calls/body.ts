import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A request body as received; `malformed` is not JSON, though it may be a form. */
export type RequestBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown }

/** Reads a body text; never fails. */
function parseBody(text: string): RequestBody {
  if (text.trim() === '') return { kind: 'none' }
  try {
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'malformed', text }
  }
}

/** A field of the body if it has the wanted type; for logs only. */
export function peekField(body: RequestBody, field: string): unknown {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null)
    return undefined
  return (body.value as Readonly<Record<string, unknown>>)[field]
}

/** Accepts any body, so that each operation reports its own errors. */
export function acceptAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => {
    done(null, parseBody(text.toString()))
  })
}

/** The body of a call to an app that accepts any. */
export function bodyOf(request: FastifyRequest): RequestBody {
  return (request.body as RequestBody | undefined) ?? { kind: 'none' }
}
