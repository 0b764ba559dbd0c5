import type { ProviderResponse } from '../calls/response'

/** A response with Dintero's error body (fact sheet §3.1). Nothing has changed. */
export function errorResponse(
  status: number,
  message: string,
  code?: string,
  errors?: readonly { readonly path: string }[],
): ProviderResponse {
  return {
    status,
    body: { error: { ...(code && { code }), message, ...(errors && { errors }) } },
    effect: false,
  }
}

/** 400 for a request with a wrong form; `paths` name the fields (§16.7). */
export function badRequest(message: string, ...paths: string[]): ProviderResponse {
  return errorResponse(
    400,
    message,
    'BAD_REQUEST',
    paths.map((path) => ({ path })),
  )
}

/** 400 for lines that do not fit the transaction or the amount (§8.1 rule 3). */
export const invalidItems = errorResponse(400, 'invalid_items')

/** 404, also for transactions of other accounts (§16.7). */
export const notFound = errorResponse(404, 'Transaction not found', 'NOT FOUND')

/** 409 for an authorization that cannot be updated (§16.7). */
export const updateConflict = errorResponse(409, 'transaction cannot be updated')

/** 403 for a missing scope or grant (§16.7). */
export const forbidden: ProviderResponse = {
  status: 403,
  body: { error: { errors: [], message: 'FORBIDDEN' } },
  effect: false,
}

const TEXTS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'FORBIDDEN',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Processor temporarily unavailable',
}

/** Default body of an error status; gateway errors are not JSON (§3.1, §16.7). */
export function errorBody(status: number): unknown {
  if (status === 502) return '<html>Bad Gateway</html>'
  if (status === 504) return '<html>Gateway Timeout</html>'
  return { error: { message: TEXTS[status] ?? `Status ${status}` } }
}
