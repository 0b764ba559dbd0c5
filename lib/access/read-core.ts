import { isPermitted, type Permission } from '@/lib/domain/access/permission'
import type { FailureCode, Result } from '@/lib/domain/operation/result'
import type { ActionEventName } from '@/lib/observability/security-log'
import type { ActionContext, ActionRuntime } from './action-core'
import { actingFrom } from './client-address'
import {
  foreignOrigin,
  internal,
  notPermitted,
  notSignedIn,
  secondFactorRequired,
} from './refusals'
import { refused, reported } from './report-event'

export interface ReadContext extends ActionContext {
  /** The address's query parameters. */
  readonly search: URLSearchParams
}

export interface ReadDefinition<P, O> {
  readonly permission: Permission
  /** The value must survive JSON: no BigInt or Map, and a Date arrives as text. */
  readonly run: (context: ReadContext, params: P) => Promise<Result<O>>
}

export type ReadRuntime = Omit<ActionRuntime, 'isOwnOrigin'>

const STATUSES: Readonly<Partial<Record<FailureCode, number>>> = {
  invalid_input: 400,
  not_signed_in: 401,
  not_permitted: 403,
  needs_all_connections: 403,
  second_factor_required: 403,
  foreign_origin: 403,
  not_found: 404,
  too_often: 429,
  body_too_slow: 408,
  file_too_large: 413,
  internal: 500,
}
const OTHER_REFUSAL = 422

/**
 * Checks session, second factor and permission, runs the read, and returns its result as JSON that is
 * never cached.
 */
export async function runRead<P, O>(
  runtime: ReadRuntime,
  definition: ReadDefinition<P, O>,
  request: { readonly url: string; readonly params: P },
): Promise<Response> {
  const { permission } = definition
  return respond(runtime, { permission, url: request.url, isUse: false }, async (context) =>
    answer(await definition.run(context, request.params)),
  )
}

export interface PictureDefinition<P> {
  readonly permission: Permission
  readonly run: (
    context: ReadContext,
    params: P,
  ) => Promise<Result<{ readonly contentType: string; readonly bytes: Uint8Array }>>
}

/**
 * Checks session, second factor and permission, and sends the picture, or why there is none as JSON. Its
 * address stands for its bytes, so that this browser may keep it; opened by itself it can do nothing.
 */
export async function runPicture<P>(
  runtime: ReadRuntime,
  definition: PictureDefinition<P>,
  request: { readonly url: string; readonly params: P },
): Promise<Response> {
  const { permission } = definition
  return respond(runtime, { permission, url: request.url, isUse: false }, async (context) => {
    const found = await definition.run(context, request.params)
    if (!found.ok) return answer(found)
    const { bytes, contentType } = found.value
    return new Response(Uint8Array.from(bytes), {
      headers: {
        'content-type': contentType,
        'cache-control': 'private, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** A file, whole or sent while it is made. */
export interface Download {
  readonly fileName: string
  readonly contentType: string
  readonly body: ReadableStream<Uint8Array> | string
}

/** Headers in which a browser describes the page that a request comes from. */
interface DownloadRequest<P> {
  readonly url: string
  readonly headers: Headers
  readonly params: P
}

export interface DownloadDefinition<P = unknown> {
  readonly permission: Permission
  /** The security event that it is; a line in the log, whatever the outcome. */
  readonly event: ActionEventName
  readonly run: (context: ReadContext, params: P) => Promise<Result<Download>>
}

/**
 * Checks origin, session and permission, and sends the file, or why there is none as JSON. A link
 * from another site takes the session's cookie along, and every file is work and leaves an audit
 * entry.
 */
export async function runDownload<P>(
  runtime: ActionRuntime,
  definition: DownloadDefinition<P>,
  { url, headers, params }: DownloadRequest<P>,
): Promise<Response> {
  const site = headers.get('sec-fetch-site')
  const isOwnSite = site === null || site === 'same-origin' || site === 'none'
  const isOwn = !headers.has('origin') || (await runtime.isOwnOrigin())
  const { permission, event } = definition
  if (!isOwnSite || !isOwn) {
    const request = { requestId: runtime.newRequestId(), permission, actor: null }
    return answer(await refused(runtime, request, foreignOrigin()))
  }
  return respond(runtime, { permission, url, isUse: true }, async (context) => {
    const { actor, requestId } = context
    const made = await definition.run(context, params)
    const result = await reported(runtime, { requestId, permission, actor }, { event }, made)
    if (!result.ok) return answer(result)
    const { body, contentType, fileName } = result.value
    return new Response(body, {
      headers: {
        'content-type': contentType,
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

interface Asked {
  readonly permission: Permission
  readonly url: string
  /** True for what people ask for; pages read the rest by themselves. */
  readonly isUse: boolean
}

async function respond(
  runtime: ReadRuntime,
  { permission, url, isUse }: Asked,
  run: (context: ReadContext) => Promise<Response>,
): Promise<Response> {
  const requestId = runtime.newRequestId()
  try {
    const session = await runtime.readSession(isUse)
    if (session === null) {
      // A page whose session has ended goes on polling: that is no one's doing.
      if (!isUse) return answer(notSignedIn())
      return answer(await refused(runtime, { requestId, permission, actor: null }, notSignedIn()))
    }
    const { actor, settings, readAt: requestedAt, needsSecondFactor } = session
    const known = { requestId, permission, actor }
    // So does one whose person's role needs a second factor since.
    if (needsSecondFactor && !isUse) return answer(secondFactorRequired())
    if (needsSecondFactor) return answer(await refused(runtime, known, secondFactorRequired()))
    if (!isPermitted(actor.role, permission)) {
      return answer(await refused(runtime, known, notPermitted(actor.role, permission)))
    }
    const search = new URL(url).searchParams
    const database = runtime.database()
    const acting = actingFrom(await runtime.address(), actor)
    return await run({ actor: acting, settings, requestedAt, requestId, database, search })
  } catch (error) {
    runtime.log().error({ requestId, permission, err: error }, 'a read failed')
    return answer(internal('read', requestId))
  }
}

/** The HTTP status of a result that is sent as JSON. */
export function statusOf(result: Result<unknown>): number {
  return result.ok ? 200 : (STATUSES[result.error.code] ?? OTHER_REFUSAL)
}

function answer(result: Result<unknown>): Response {
  const status = statusOf(result)
  return Response.json(result, { status, headers: { 'cache-control': 'no-store' } })
}
