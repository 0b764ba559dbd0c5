import { setTimeout as sleep } from 'node:timers/promises'
import { database, type Database } from '@/db/client'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import { log } from '@/lib/observability/log'
import { countWebhook, type WebhookOutcome } from '@/lib/observability/metrics'
import { RefusalLog } from '@/lib/observability/refusal-log'
import type { WebhookProblem, WebhookRequest } from '@/lib/providers/webhook-port'
import { readBody } from './read-body'

interface WebhookParams {
  readonly provider: string
  readonly connectionId: string
}

interface WebhookDefinition<T> {
  /** Finds the target of the address; null when the address has none. */
  readonly findTarget: (database: Database, params: WebhookParams) => Promise<T | null>
  readonly receive: (
    database: Database,
    target: T,
    request: WebhookRequest,
  ) => Promise<'stored' | 'repeated' | WebhookProblem>
}

const STATUSES: Readonly<Record<WebhookOutcome, number>> = {
  stored: 200,
  repeated: 200,
  malformed: 400,
  forged: 401,
  stale: 401,
  not_ours: 401,
  unknown_address: 404,
  too_slow: 408,
  too_large: 413,
  unavailable: 503,
}

const refusals = new RefusalLog(
  (reason, count) => log().warn({ ...reason, count }, 'webhooks refused'),
  LIMITS.webhook.refusalLogMs,
)

/**
 * Makes a route handler for a provider's calls. There is no session here: the call proves itself by
 * its signature. The answer has no body and comes within `LIMITS.webhook.answerMs`; 503 asks the
 * provider to call again.
 */
export function defineWebhook<T>(
  definition: WebhookDefinition<T>,
): (request: Request, route: { params: Promise<WebhookParams> }) => Promise<Response> {
  return async (request, route) => {
    const params = await route.params
    const outcome = await Promise.race([
      take(definition, request, params).catch((error: unknown) => {
        refusals.add({ problem: 'failed', error: error instanceof Error ? error.name : 'no error' })
        return 'unavailable' as const
      }),
      sleep(LIMITS.webhook.answerMs, 'unavailable' as const, { ref: false }),
    ])
    countWebhook(outcome)
    if (STATUSES[outcome] !== 200) {
      // Values that were not looked up are arbitrary, and would each be counted separately.
      const isKnown = outcome !== 'unknown_address' && outcome !== 'unavailable'
      refusals.add({ problem: outcome, ...(isKnown && params) })
    }
    return new Response(null, {
      status: STATUSES[outcome],
      headers: { 'cache-control': 'no-store' },
    })
  }
}

async function take<T>(
  { findTarget, receive }: WebhookDefinition<T>,
  request: Request,
  params: WebhookParams,
): Promise<WebhookOutcome> {
  const target = await findTarget(database(), params)
  if (target === null) return 'unknown_address'
  const { bodyBytes: bytes, bodyMs: timeoutMs } = LIMITS.webhook
  const read = await readBody(request, { bytes, timeoutMs })
  return read.ok ? receive(database(), target, asReceived(request, read.body)) : read.problem
}

function asReceived(request: Request, rawBody: Buffer): WebhookRequest {
  const { pathname, search, searchParams } = new URL(request.url)
  return {
    rawBody,
    headers: { ...Object.fromEntries(request.headers), host: new URL(env().NEXTAUTH_URL).host },
    query: searchParams,
    pathWithQuery: pathname + search,
    method: request.method,
  }
}
