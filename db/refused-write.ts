import { isRefusedStatement } from './database-error'

/** Raised when the server refused the one statement of a write: nothing of it took effect. */
class RefusedWriteError extends Error {
  override readonly name = 'RefusedWriteError'
}

/**
 * Waits for the one write of something that a person does. When the database refuses it (a full
 * disk, a missing right, a server that only reads), the error says that nothing was written.
 */
export async function onlyWrite<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (!isRefusedStatement(error)) throw error
    throw new RefusedWriteError('the database refused a write', { cause: error })
  }
}

/** True for an error of `onlyWrite`, whichever bundle it comes from. */
export function isRefusedWrite(error: unknown): boolean {
  return error instanceof Error && error.name === 'RefusedWriteError'
}
