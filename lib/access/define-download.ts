import { runDownload, type DownloadDefinition } from './read-core'
import { requestRuntime } from './request-runtime'

/**
 * Makes a GET route handler that sends a file. Each call checks that no other site asks, the session
 * and the permission; refusals are JSON, as those of `defineRead`.
 */
export function defineDownload(
  definition: DownloadDefinition,
): (request: Request) => Promise<Response> {
  return async (request) => runDownload(requestRuntime, definition, request)
}
