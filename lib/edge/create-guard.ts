import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress } from '@/lib/access/client-address'
import { mayReadMetrics, METRICS_HEADER, METRICS_PATH } from '@/lib/access/metrics-reader'
import { ADDRESS_HEADER, isOwnOrigin, PATH_HEADER, USE_HEADER } from '@/lib/access/request-headers'
import { signInPath } from '@/lib/access/return-path'
import { LIMITS } from '@/lib/config/limits'
import { REQUEST_ID_HEADER, requestIdOf, runInRequest } from '@/lib/observability/request-context'
import { logSecurityEvent } from '@/lib/observability/security-log'
import type { Guard } from './guard-server'
import { readActionBody } from './read-action-body'
import { redirect, refuse, refuseAction, type Refusal } from './refusal'
import { contentSecurityPolicy, fixedHeaders, newNonce } from './security-headers'
import { isRouterState } from './router-state'
import { readVisit, type Visit } from './visit'

interface Setting {
  /** True when people open the application by https. */
  readonly isHttps: boolean
  readonly isDevelopment: boolean
  /** How many proxies stand before Paydesk. */
  readonly trustedProxies: number
  /** The token with which other machines may read the metrics; null where none may. */
  readonly metricsToken: string | null
}

const METHODS = ['GET', 'HEAD', 'POST']
/** Pages for people without a session: they sign in, or choose a password by a one-time link. */
const DOORS = /^\/(sign-in(\/(code|sso))?|welcome\/[^/]+)$/
/** Takes the file that a batch is made of. */
const BATCH_FILES_PATH = '/api/batches/files'
/** No page has it: the application answers that there is no such page, in the reader's language. */
const NO_PAGE = '/no-such-page'

/**
 * The guard before the application. Every answer gets an id and the security headers, and what is
 * odd, too large or too slow is refused before anything of it is decoded. It authorises nothing:
 * pages, reads and actions check session, role and origin themselves.
 */
export function createGuard(setting: Setting): Guard {
  const guard = createChecks(setting)
  return (request, response, pass) => {
    const requestId = requestIdOf(request.headers[REQUEST_ID_HEADER])
    request.headers[REQUEST_ID_HEADER] = requestId
    response.setHeader('X-Request-Id', requestId)
    runInRequest(requestId, () => guard(request, response, pass))
  }
}

function createChecks(setting: Setting): Guard {
  const { isHttps, isDevelopment, trustedProxies, metricsToken } = setting
  const fixed = fixedHeaders(isHttps)
  return (request, response, pass) => {
    const { socket, headers } = request
    const hops = { socketAddress: socket.remoteAddress, trustedProxies }
    headers[ADDRESS_HEADER] = clientAddress(forwardedFor(headers), hops)
    const policy = contentSecurityPolicy(newNonce(), isDevelopment)
    for (const [name, value] of fixed) response.setHeader(name, value)
    response.setHeader('Content-Security-Policy', policy)
    boundBodyTime(request, response)

    const visit = readVisit(request)
    const isReader = visit?.pathname === METRICS_PATH && mayReadMetrics(request, metricsToken)
    headers[METRICS_HEADER] = isReader ? '1' : '0'
    const refusal = refusalOf(request, visit)
    if (refusal === 'foreign_origin') report(request, refusal)
    if (visit === null || refusal !== null) refuse(response, refusal ?? 'malformed_request')
    // What the development server asks itself.
    else if (isDevelopment && visit.pathname.startsWith('/__nextjs')) pass(request)
    else {
      setHeaders(request, visit, policy)
      if (isAnswered(visit, request, response)) return
      if (visit.isMalformed || isOfNext(visit)) request.url = NO_PAGE
      if (visit.method !== 'POST' || visit.area !== 'page') pass(request)
      else void passAction(visit, request, response, pass)
    }
  }
}

/**
 * Sets the headers that Next reads; values that a client sent under these names are removed. Next
 * takes the nonce of its scripts from here.
 */
function setHeaders({ headers }: IncomingMessage, { path, isUse }: Visit, policy: string): void {
  headers['content-security-policy'] = policy
  headers[PATH_HEADER] = path
  headers[USE_HEADER] = isUse ? '1' : '0'
  // No file here is large enough to be requested in parts, and Next fails on a malformed range.
  delete headers.range
}

function refusalOf(request: IncomingMessage, visit: Visit | null): Refusal | null {
  if (!METHODS.includes(request.method ?? '')) return 'method_not_allowed'
  if (visit === null) return 'malformed_request'
  const { method, area } = visit
  const routerState = request.headers['next-router-state-tree']
  if (routerState !== undefined && !isRouterState(String(routerState))) return 'malformed_request'
  if (method === 'POST' && area === 'file') return 'method_not_allowed'
  const tooLarge = bodyRefusal(request, visit)
  if (tooLarge !== null) return tooLarge
  if (visit.isMalformed && area !== 'page') return 'no_such_address'
  const isForeign = method === 'POST' && area === 'page' && !isOwnOrigin(originOf(request))
  return isForeign ? 'foreign_origin' : null
}

/**
 * Webhooks bound their own bodies, because a provider may leave out the length; and so may Next,
 * when it sends an action on to the page that has it.
 */
function bodyRefusal({ headers }: IncomingMessage, visit: Visit): Refusal | null {
  if (visit.pathname.startsWith('/api/webhooks/')) return null
  const isLengthUnknown = headers['transfer-encoding'] !== undefined
  if (isLengthUnknown && !(visit.isAction && visit.hasSession)) return 'length_required'
  return Number(headers['content-length'] ?? 0) > mostBytes(visit) ? 'body_too_large' : null
}

function isDoor(pathname: string): boolean {
  return DOORS.test(pathname)
}

function mostBytes({ method, pathname }: Visit): number {
  if (method !== 'POST') return 0
  if (pathname === BATCH_FILES_PATH) return LIMITS.batch.fileBytes
  const isSmall = isDoor(pathname) || pathname.startsWith('/api/auth/')
  return isSmall ? LIMITS.edge.signInBodyBytes : LIMITS.edge.bodyBytes
}

/** Writes down that an action was refused before the application got it. */
function report({ headers }: IncomingMessage, outcome: 'foreign_origin' | 'not_signed_in'): void {
  const network = String(headers[ADDRESS_HEADER])
  const requestId = String(headers[REQUEST_ID_HEADER])
  logSecurityEvent({ event: 'refused', outcome, network, requestId })
}

function forwardedFor({ 'x-forwarded-for': header }: IncomingHttpHeaders): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}

function originOf({ headers }: IncomingMessage): string | null {
  return headers.origin ?? null
}

/** Answers what would only lead to sign in anyway; whether it did. */
function isAnswered(visit: Visit, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, area, path, pathname, isAction, hasSession } = visit
  if (hasSession || area !== 'page' || isDoor(pathname)) return false
  if (method === 'POST' && isAction) {
    report(request, 'not_signed_in')
    refuseAction(response)
  } else if (method === 'POST') redirect(response, 303, signInPath(path))
  // Data that a page loads of another one: the page itself redirects it.
  else if (request.headers['rsc'] !== undefined) return false
  else redirect(response, 307, signInPath(path))
  return true
}

/** Actions go on when their arguments have come whole and are well formed. */
async function passAction(
  visit: Visit,
  request: IncomingMessage,
  response: ServerResponse,
  pass: (request: IncomingMessage) => void,
): Promise<void> {
  const takesForm = isDoor(visit.pathname)
  const read = await readActionBody(request, { bytes: mostBytes(visit), takesForm })
  if (typeof read === 'string') refuse(response, read)
  else pass(read)
}

/** Gives up a body that does not arrive in time, also when nothing reads it. */
function boundBodyTime(request: IncomingMessage, response: ServerResponse): void {
  const { headers } = request
  const hasBody = headers['transfer-encoding'] ?? Number(headers['content-length'] ?? 0)
  if (hasBody === 0) return
  const timer = setTimeout(() => {
    if (request.complete) return
    refuse(response, 'body_too_slow')
    if (response.writableFinished) request.destroy()
    else response.once('finish', () => request.destroy())
  }, LIMITS.edge.bodyMs)
  request.once('close', () => clearTimeout(timer))
}

/** Pages that Next keeps for itself: asked for by their own name, some of them break. */
function isOfNext({ pathname }: Visit): boolean {
  return /^\/_(global-error|error|not-found)(\/|$)/.test(pathname)
}
