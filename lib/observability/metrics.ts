import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { VERSION } from '@/lib/config/process-identity'
import { PROVIDERS, type Provider } from '@/lib/domain/provider/provider'

/**
 * The end of one HTTP call to a provider: a status below 400, another below 500, 429, one from 500
 * on, no whole response, or no byte of it sent.
 */
const CALL_RESULTS = [
  'ok',
  'refused',
  'limited',
  'server_error',
  'no_response',
  'not_sent',
] as const
export type CallResult = (typeof CALL_RESULTS)[number]

const WEBHOOK_OUTCOMES = [
  'stored',
  'repeated',
  'malformed',
  'forged',
  'stale',
  'not_ours',
  'unknown_address',
  'too_large',
  'too_slow',
  'unavailable',
] as const
export type WebhookOutcome = (typeof WEBHOOK_OUTCOMES)[number]

/** What people sign in with. A code comes after a password or a link. */
const SIGN_IN_WAYS = ['password', 'link', 'code', 'passkey', 'single_sign_on'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** Upper bounds in seconds: from a quick read to the longest write. */
const CALL_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30]

/**
 * What one process counts. On `globalThis`, because the guard, the pages and the jobs are bundled
 * apart and run in one process: a variable of this module is there more than once.
 */
const shared = globalThis as typeof globalThis & {
  paydeskMetrics?: ReturnType<typeof createMetrics>
}

function metrics() {
  return (shared.paydeskMetrics ??= createMetrics())
}

function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  new Gauge({
    name: 'paydesk_build_info',
    help: 'Always 1; the version of the running build as a label.',
    labelNames: ['version'],
    registers,
  }).set({ version: VERSION }, 1)
  const calls = new Counter({
    name: 'paydesk_provider_calls_total',
    help: 'HTTP calls to a provider, by their end.',
    labelNames: ['provider', 'result'],
    registers,
  })
  const seconds = new Histogram({
    name: 'paydesk_provider_call_seconds',
    help: 'Time that an HTTP call to a provider took, whatever its end.',
    labelNames: ['provider'],
    buckets: CALL_BUCKETS,
    registers,
  })
  const webhooks = new Counter({
    name: 'paydesk_webhooks_total',
    help: 'Calls of providers to our webhooks, by what became of them.',
    labelNames: ['outcome'],
    registers,
  })
  const signInFailures = new Counter({
    name: 'paydesk_sign_in_failures_total',
    help: 'Failed sign-ins, by what was tried.',
    labelNames: ['way'],
    registers,
  })
  // A series that is not there before its first count hides that count from increase().
  for (const provider of PROVIDERS) {
    for (const result of CALL_RESULTS) calls.inc({ provider, result }, 0)
  }
  for (const outcome of WEBHOOK_OUTCOMES) webhooks.inc({ outcome }, 0)
  for (const way of SIGN_IN_WAYS) signInFailures.inc({ way }, 0)
  return { registry, calls, seconds, webhooks, signInFailures }
}

/**
 * What this process has counted since it started, for Prometheus. Memory, event loop and the like
 * are watched from the first call on.
 */
export function processRegistry(): Registry {
  const { registry } = metrics()
  const isWatched = registry.getSingleMetric('process_cpu_seconds_total') !== undefined
  if (!isWatched) collectDefaultMetrics({ register: registry })
  return registry
}

export function countProviderCall(provider: Provider, result: CallResult, tookMs: number): void {
  metrics().calls.inc({ provider, result })
  metrics().seconds.observe({ provider }, tookMs / 1000)
}

export function countWebhook(outcome: WebhookOutcome): void {
  metrics().webhooks.inc({ outcome })
}

export function countSignInFailure(way: SignInWay): void {
  metrics().signInFailures.inc({ way })
}
