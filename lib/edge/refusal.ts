import type { ServerResponse } from 'node:http'
import { failure } from '@/lib/domain/operation/result'

/** The reason why a request goes no further, for the program or person that sent it. */
export type Refusal =
  | 'malformed_request'
  | 'no_such_address'
  | 'method_not_allowed'
  | 'body_too_slow'
  | 'length_required'
  | 'body_too_large'
  | 'foreign_origin'

const STATUSES: Readonly<Record<Refusal, number>> = {
  malformed_request: 400,
  foreign_origin: 403,
  no_such_address: 404,
  method_not_allowed: 405,
  body_too_slow: 408,
  length_required: 411,
  body_too_large: 413,
}

const MESSAGES: Readonly<Record<Refusal, string>> = {
  malformed_request: 'The request is malformed. Nothing was done.',
  foreign_origin: 'The request does not come from a page of this application. Nothing was done.',
  no_such_address: 'There is nothing at this address.',
  method_not_allowed: 'This address does not take this method.',
  body_too_slow: 'The body of the request did not arrive in time. Nothing was done.',
  length_required: 'The request must tell the length of its body in Content-Length.',
  body_too_large: 'The body of the request is too large. Nothing was done.',
}

/** Answers a request that is refused with its reason as JSON, as the reads of the API do. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  if (refusal === 'method_not_allowed') response.setHeader('allow', 'GET, HEAD, POST')
  const result = failure(refusal, { message: MESSAGES[refusal] })
  answer(response, STATUSES[refusal], 'application/json', JSON.stringify(result))
}

/**
 * Refuses an action whose request has no session cookie. Next hands a `text/plain` answer to the
 * page as the message of an error, by which `noResponseFailure` in `components/act` knows it.
 */
export function refuseAction(response: ServerResponse): void {
  answer(response, 401, 'text/plain', 'not_signed_in')
}

/** Sends a browser elsewhere: 307 keeps its method, 303 makes it a GET. */
export function redirect(response: ServerResponse, status: 303 | 307, path: string): void {
  response.setHeader('location', path)
  answer(response, status, 'text/plain', '')
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) return
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}
