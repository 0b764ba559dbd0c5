import { isObject } from '@/components/query/read-json'
import type { AttemptView } from '@/lib/domain/view/operation-detail'

/**
 * The attempts of an operation from `GET /api/operations/[operationId]/attempts`; null for any
 * unexpected response.
 */
export function parseAttemptsResponse(
  status: number,
  body: unknown,
): readonly AttemptView[] | null {
  if (status !== 200 || !isObject(body) || !Array.isArray(body['value'])) return null
  const attempts = body['value'].map(attemptOf)
  return attempts.every((attempt) => attempt !== null) ? attempts : null
}

/** JSON has no dates: they arrive as text. Our own route sent the rest. */
function attemptOf(value: unknown): AttemptView | null {
  if (!isObject(value) || typeof value['startedAt'] !== 'string') return null
  const { startedAt, finishedAt } = value
  return {
    ...value,
    startedAt: new Date(startedAt),
    finishedAt: typeof finishedAt === 'string' ? new Date(finishedAt) : null,
  } as unknown as AttemptView
}
