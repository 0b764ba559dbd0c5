import { lostAnswer } from '@/components/act/lost-answer'
import type { Failure, Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'

/** What the server has not begun by then it never begins; a test holds both together. */
export const LOST_AFTER_MS = 45_000

/** An action's answer; null when none came, or one that says nothing about what happened. */
export async function answerOf(
  answer: Promise<Result<OperationView>>,
): Promise<Result<OperationView> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const lost = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LOST_AFTER_MS)
  })
  try {
    const result = await Promise.race([answer, lost])
    return result !== null && !result.ok && isUnclear(result.error) ? null : result
  } catch (error) {
    const refused = lostAnswer(error, null)
    return refused && { ok: false, error: refused }
  } finally {
    clearTimeout(timer)
  }
}

/** What broke before the action had begun has started nothing. */
function isUnclear({ code, values }: Failure): boolean {
  return code === 'internal' && values?.['phase'] !== 'before'
}
