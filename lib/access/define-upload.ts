import type { z } from 'zod'
import type { Permission } from '@/lib/domain/access/permission'
import { failure, type Result } from '@/lib/domain/operation/result'
import { runAction, type ActionContext, type ActionRuntime } from './action-core'
import { readBody } from './read-body'
import { statusOf } from './read-core'
import { requestRuntime } from './request-runtime'

export interface UploadDefinition<Q> {
  readonly permission: Permission
  /** Of the address's query parameters; one that is left out is missing. */
  readonly query: z.ZodType<Q>
  readonly bytes: number
  readonly timeoutMs: number
  /** The value must survive JSON. */
  readonly run: (context: ActionContext, query: Q, bytes: Uint8Array) => Promise<Result<unknown>>
}

/**
 * Makes a POST route handler that takes a file as its body. Each call checks origin, session, second
 * factor, permission and query as a server action does, and only then reads the body, up to its bound.
 */
export function defineUpload<Q>(
  definition: UploadDefinition<Q>,
): (request: Request) => Promise<Response> {
  return async (request) => runUpload(requestRuntime, definition, request)
}

/** The same, with the facts of the request given. */
export async function runUpload<Q>(
  runtime: ActionRuntime,
  { permission, query, bytes, timeoutMs, run }: UploadDefinition<Q>,
  request: Request,
): Promise<Response> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams)
  const result = await runAction<Q, unknown>(
    runtime,
    {
      permission,
      input: query,
      run: async (context, parsed) => {
        const read = await readBody(request, { bytes, timeoutMs })
        if (read.ok) return run(context, parsed, read.body)
        if (read.problem === 'too_slow') return failure('body_too_slow')
        return failure('file_too_large', { values: { megabytes: bytes / 1024 / 1024 } })
      },
    },
    parameters,
  )
  const headers = { 'cache-control': 'no-store' }
  return Response.json(result, { status: statusOf(result), headers })
}
