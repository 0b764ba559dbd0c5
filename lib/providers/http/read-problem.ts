import type { ReadProblem } from '../port'

/**
 * The problem that the HTTP status of a refused read stands for, used where the body names none.
 */
export function readProblemOf(status: number): ReadProblem {
  if (status === 404) return 'not_found'
  return status === 401 || status === 403 ? 'unauthorized' : 'unavailable'
}

/** The message about a refused read; a terminal prints it where a connection is tested. */
export function readRefusalText(status: number, message: string): string {
  const quoted = `(${message.replace(/\.$/, '')})`
  if (status === 401) return `The provider did not accept our credentials ${quoted}.`
  if (status !== 403) return message
  return `The provider account does not have the right to do this ${quoted}.`
}
