import { isPermitted, type Permission } from '@/lib/domain/permission'
import type { Result } from '@/lib/domain/result'
import type { ActionContext, ActionRuntime } from './action-core'
import { internal, notPermitted, notSignedIn } from './refusals'

export interface ReadContext extends ActionContext {
  /** What follows the `?` in the address. */
  readonly search: URLSearchParams
}

export interface ReadDefinition<P, O> {
  readonly permission: Permission
  /** The value must survive JSON: no BigInt or Map, and a Date arrives as text. */
  readonly run: (context: ReadContext, params: P) => Promise<Result<O>>
}

export type ReadRuntime = Omit<ActionRuntime, 'isOwnOrigin'>

const STATUSES: Readonly<Record<string, number>> = {
  invalid_input: 400,
  not_signed_in: 401,
  not_permitted: 403,
  not_found: 404,
  internal: 500,
}
const OTHER_REFUSAL = 422

/** Checks session and permission, runs the read, and answers its result as JSON nobody stores. */
export async function runRead<P, O>(
  runtime: ReadRuntime,
  definition: ReadDefinition<P, O>,
  request: { readonly url: string; readonly params: P },
): Promise<Response> {
  const requestId = runtime.newRequestId()
  const { permission } = definition
  try {
    const actor = await runtime.readActor()
    if (actor === null) return answer(notSignedIn())
    if (!isPermitted(actor.role, permission)) return answer(notPermitted(actor.role, permission))
    const search = new URL(request.url).searchParams
    const context = { actor, requestId, database: runtime.database(), search }
    return answer(await definition.run(context, request.params))
  } catch (error) {
    runtime.log().error({ requestId, permission, err: error }, 'a read failed')
    return answer(internal('read', requestId))
  }
}

function answer(result: Result<unknown>): Response {
  const status = result.ok ? 200 : (STATUSES[result.error.code] ?? OTHER_REFUSAL)
  return Response.json(result, { status, headers: { 'cache-control': 'no-store' } })
}
