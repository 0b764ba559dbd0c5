import type { Failure } from '@/lib/domain/operation/result'
import { en } from '@/messages/en'

/** Why a connection was not changed, in the browser's words, for a person at a terminal. */
export function describeChangeFailure(error: Failure): string {
  if (error.code !== 'connection_unchanged') return error.message ?? error.code
  const { problem, detail } = error.values
  return en.connections.problems[problem].replaceAll('{detail}', detail)
}
