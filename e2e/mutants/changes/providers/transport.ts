import type { MutatedFile } from '../../mutant'

/** What all providers share. */
export const TRANSPORT: readonly MutatedFile[] = [
  {
    file: 'lib/providers/http/failure.ts',
    tests: ['lib/providers/http/failure.test.ts'],
    mutants: [
      {
        effect: 'a reset after the write counts as never sent',
        find: `  'ENETUNREACH',
])`,
        replace: `  'ENETUNREACH',
  'ECONNRESET',
])
void 0`,
      },
      {
        effect: 'any call counts as connecting',
        find: '(OF_THE_SYSTEM.has(code) && CONNECTING_CALLS.has(call))',
        replace: 'OF_THE_SYSTEM.has(code)',
      },
      {
        effect: 'one of several tries decides',
        find: 'failure?.isBeforeFirstByte !== true)',
        replace: 'failure?.isBeforeFirstByte === true)',
      },
    ],
  },
  {
    file: 'lib/providers/http/retry-after.ts',
    tests: ['lib/providers/http/retry-after.test.ts'],
    mutants: [
      {
        effect: 'a provider bars us for days',
        find: 'Math.min(atMs, nowMs + LIMITS.provider.retryAfterMs)',
        replace: 'atMs',
      },
      {
        effect: 'seconds are read as milliseconds',
        find: 'Number(message) * 1000',
        replace: 'Number(message)',
      },
    ],
  },
  {
    file: 'lib/providers/http/read-problem.ts',
    tests: ['lib/providers/dintero/client.test.ts'],
    mutants: [
      {
        effect: 'not found is reported as unavailable',
        find: `  if (status === 404) return 'not_found'
`,
        replace: '',
      },
      {
        effect: 'refused access is reported as unavailable',
        find: "status === 401 || status === 403 ? 'unauthorized'",
        replace: "status === 999 ? 'unauthorized'",
      },
    ],
  },
  {
    file: 'lib/providers/http/http-exchange.ts',
    tests: ['lib/providers/dintero/client.test.ts'],
    mutants: [
      {
        effect: 'what came back is not kept',
        find: 'responseBody: isAnswer ? redactBody(response.body) : null',
        replace: 'responseBody: null',
      },
    ],
  },
  {
    file: 'lib/providers/http/token-cache.ts',
    tests: ['lib/providers/http/token-cache.test.ts'],
    mutants: [
      {
        effect: 'a token is used past its time',
        find: 'this.nowMs() < this.#cached.renewAtMs',
        replace: 'true',
      },
      {
        effect: 'ten refusals of one token cause ten renewals',
        find: 'if (this.#cached?.token === token) this.#cached = null',
        replace: 'this.#cached = null',
      },
      {
        effect: 'callers at the same time fetch a token each',
        find: 'this.#underWay ??= this.#fetch()',
        replace: 'this.#underWay = this.#fetch()',
      },
    ],
  },
]
