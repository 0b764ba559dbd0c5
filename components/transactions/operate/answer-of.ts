import { noResponseFailure } from '@/components/act/no-response-failure'
import type { Failure, Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'

/** What the server has not begun by then it never begins; a test holds both together. */
export const NO_RESPONSE_AFTER_MS = 45_000

/** An action's answer; null when none came, or one that says nothing about what happened. */
export async function answerOf(
  answer: Promise<Result<OperationView>>,
): Promise<Result<OperationView> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const noResponse = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), NO_RESPONSE_AFTER_MS)
  })
  try {
    const result = await Promise.race([answer, noResponse])
    return result !== null && !result.ok && isUnclear(result.error) ? null : result
  } catch (error) {
    const refused = noResponseFailure(error, null)
    return refused && { ok: false, error: refused }
  } finally {
    clearTimeout(timer)
  }
}

/** What broke before the action had begun has started nothing. */
function isUnclear(failure: Failure): boolean {
  return failure.code === 'internal' && failure.values.phase !== 'before'
}
