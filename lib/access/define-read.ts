import {
  runDownload,
  runPicture,
  runRead,
  type DownloadDefinition,
  type PictureDefinition,
  type ReadDefinition,
} from './read-core'
import { requestRuntime } from './request-runtime'

type PathParams = Readonly<Record<string, string | string[]>>

/**
 * Makes a GET route handler for polling. Each call checks the session and the permission; the body
 * is the result of `run`. Status: 200, 400 for `invalid_input`, 401, 403, 404 for `not_found`, 422
 * for any other refusal, 500.
 */
export function defineRead<P extends PathParams, O>(
  definition: ReadDefinition<P, O>,
): (request: Request, route: { params: Promise<P> }) => Promise<Response> {
  return async (request, route) =>
    runRead(requestRuntime, definition, { url: request.url, params: await route.params })
}

/**
 * Makes a GET route handler for a picture of a page, stored under a name that stands for its bytes. Each
 * call checks the session and the permission; refusals are JSON, as those of `defineRead`.
 */
export function definePicture<P extends PathParams>(
  definition: PictureDefinition<P>,
): (request: Request, route: { params: Promise<P> }) => Promise<Response> {
  return async (request, route) =>
    runPicture(requestRuntime, definition, { url: request.url, params: await route.params })
}

/**
 * Makes a GET route handler that sends a file. Each call checks that no other site asks, the session
 * and the permission; refusals are JSON, as those of `defineRead`.
 */
export function defineDownload<P extends PathParams>(
  definition: DownloadDefinition<P>,
): (request: Request, route: { params: Promise<P> }) => Promise<Response> {
  return async ({ url, headers }, route) =>
    runDownload(requestRuntime, definition, { url, headers, params: await route.params })
}
