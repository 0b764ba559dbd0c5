import type { MutatedFile } from '../mutant'

/** What is sent to providers, and what their answers mean. */
export const PROVIDERS: readonly MutatedFile[] = [
  {
    file: 'lib/providers/dintero/mapper.ts',
    tests: ['lib/providers/dintero/mapper.test.ts'],
    mutants: [
      {
        effect: 'misspelt status unknown: such a payment cannot be worked on',
        find: `  PARTICALLY_CAPTURED_REFUNDED: 'open',
`,
        replace: '',
      },
      {
        effect: 'refunded in part unknown',
        find: `  PARTIALLY_REFUNDED: 'open',
`,
        replace: '',
      },
      {
        effect: 'on hold may be worked on',
        find: "ON_HOLD: 'on_hold'",
        replace: "ON_HOLD: 'open'",
      },
      {
        effect: 'totals that contradict each other are shown as read',
        find: 'if (problem !== null) return { ok: false',
        replace: 'if (problem === undefined) return { ok: false',
      },
      { effect: 'an unknown status may be worked on', find: "?? 'unknown'", replace: "?? 'open'" },
      {
        effect: 'VAT rates lose their decimals',
        find: 'Math.round(item.vat * 100)',
        replace: 'Math.round(item.vat) * 100',
      },
      {
        effect: 'a deadline where nothing is held',
        find: 'heldMinor(totals) > 0 ? captureDeadline',
        replace: 'heldMinor(totals) >= 0 ? captureDeadline',
      },
      {
        effect: 'a company is told as a person',
        find: '(address?.businessName ?? address?.organizationNumber ?? null) !== null',
        replace: 'false',
      },
      {
        effect: 'a payment that never changed has no time',
        find: 'transaction.updated_at === undefined ? createdAt : new Date(transaction.updated_at)',
        replace: 'new Date(transaction.updated_at ?? 0)',
      },
    ],
  },
  {
    file: 'lib/providers/dintero/sums.ts',
    tests: ['lib/providers/dintero/sums.test.ts'],
    mutants: [
      {
        effect: 'remaining void amount not looked at',
        find: 'Math.max(correction.remaining_capture_amount, correction.remaining_void_amount)',
        replace: 'correction.remaining_capture_amount',
      },
      {
        effect: 'remaining capture amount not looked at',
        find: 'Math.max(correction.remaining_capture_amount, correction.remaining_void_amount)',
        replace: 'correction.remaining_void_amount',
      },
      {
        effect: 'a corrected capture forgets refunds',
        find: 'isRefund ? sums.captured : sums.refunded + left',
        replace: 'isRefund ? sums.captured : left',
      },
      {
        effect: 'a corrected refund counts as captured',
        find: 'const isRefund = name.endsWith',
        replace: 'const isRefund = !name.endsWith',
      },
      {
        effect: 'events inside a correction count twice',
        find: 'if (!included.has(event.id)) sums = applied',
        replace: 'sums = applied',
      },
      {
        effect: 'a failed event counts',
        find: `  if (event.success !== true) return sums
`,
        replace: '',
      },
      {
        effect: 'an event of which nothing is said counts',
        find: 'if (event.success !== true) return sums',
        replace: 'if (event.success === false) return sums',
      },
      {
        effect: 'a void releases what is captured',
        find: 'released: authorized - sums.captured }',
        replace: 'released: authorized }',
      },
      {
        effect: 'a payment captured at once counts as held',
        find: 'return { ...NOTHING, captured: amount }',
        replace: 'return NOTHING',
      },
      {
        effect: 'a voided payment without an event counts as held',
        find: 'return { ...NOTHING, released: amount }',
        replace: 'return NOTHING',
      },
      {
        effect: 'a payment refunded in part was never captured',
        find: "'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'",
        replace: "'CAPTURED', 'REFUNDED'",
      },
    ],
  },
  {
    file: 'lib/providers/dintero/webhook.ts',
    tests: ['lib/providers/dintero/webhook.test.ts'],
    mutants: [
      {
        effect: 'port not cut from the signed host: callbacks refused behind a port',
        find: ".replace(/:\\d+$/, '')",
        replace: '',
      },
      {
        effect: 'an old callback is believed',
        find: "> TOLERANCE_S) return { ok: false, problem: 'stale' }",
        replace: "> TOLERANCE_S * 1000) return { ok: false, problem: 'stale' }",
      },
      {
        effect: 'callbacks from the future are believed',
        find: 'Math.abs(now.getTime() / 1000 - sentAtS)',
        replace: 'now.getTime() / 1000 - sentAtS',
      },
      {
        effect: 'method not signed',
        find: 'accountId, method, hostname',
        replace: "accountId, 'GET', hostname",
      },
      {
        effect: 'time not signed',
        find: 'const parts = [timestamp,',
        replace: "const parts = ['1772625602',",
      },
      {
        effect: 'the tolerance is one second less',
        find: '> TOLERANCE_S)',
        replace: '>= TOLERANCE_S)',
      },
      {
        effect: 'a signature is compared by its beginning',
        find: 'one.length === other.length && timingSafeEqual(one, other)',
        replace: 'timingSafeEqual(one, other.subarray(0, one.length))',
      },
      {
        effect: 'a webhook without a secret is believed',
        find: 'ofBody !== undefined && webhookSecret !== undefined',
        replace: 'ofBody !== undefined',
      },
    ],
  },
  {
    file: 'lib/providers/dintero/client.ts',
    tests: ['lib/providers/dintero/client.test.ts'],
    mutants: [
      {
        effect: 'id of the read payment not compared: a read about another payment is believed',
        find: 'if (mapped.snapshot.providerTransactionId !== locator.providerTransactionId) {',
        replace: "if (mapped.snapshot.providerTransactionId === '') {",
      },
      {
        effect: 'an answer with another status is read',
        find: 'if (answer.status !== 200) {',
        replace: 'if (answer.status >= 400) {',
      },
      {
        effect: 'not found is told as unavailable',
        find: `  if (status === 404) return 'not_found'
`,
        replace: '',
      },
      {
        effect: 'refused access is told as unavailable',
        find: "status === 401 || status === 403 ? 'unauthorized'",
        replace: "status === 999 ? 'unauthorized'",
      },
      {
        effect: 'a send may begin at any time',
        find: `      startBeforeMs: command.sendBeforeMs,
`,
        replace: '',
      },
      {
        effect: 'what came back is not kept',
        find: "responseBody: answer.kind === 'answer' ? redactBody(answer.body) : null",
        replace: 'responseBody: null',
      },
      {
        effect: 'what is no JSON fails with an error',
        find: `    if (json === null) return { ok: false, problem: 'malformed', message: 'the answer is not JSON' }
    return { ok: true, value: json.value }`,
        replace: '    return { ok: true, value: json!.value }',
      },
    ],
  },
  {
    file: 'lib/providers/dintero/judge-answer.ts',
    tests: [
      'lib/providers/dintero/judge-answer.test.ts',
      'lib/providers/dintero/known-defects-rules.test.ts',
    ],
    mutants: [
      {
        effect: '200 about another payment is believed',
        find: 'if (snapshot.providerTransactionId !== command.transaction.providerTransactionId) {',
        replace: "if (snapshot.providerTransactionId === '') {",
      },
      {
        effect: '200 in another currency is believed',
        find: 'if (snapshot.currency !== command.currency) {',
        replace: "if (snapshot.currency === '') {",
      },
      {
        effect: 'a gateway’s error page is a refusal',
        find: 'if (REFUSALS.has(answer.status) && said !== null) {',
        replace: 'if (REFUSALS.has(answer.status) || said !== null) {',
      },
      {
        effect: '500 is a refusal',
        find: 'new Set([400, 401, 403, 404, 409, 422])',
        replace: 'new Set([400, 401, 403, 404, 409, 422, 500])',
      },
      {
        effect: '200 without our event is done',
        find: ": unknown({ code: 'not_shown' })",
        replace: ": { outcome: 'succeeded', snapshot, providerReference: null }",
      },
      {
        effect: 'another new total is believed',
        find: "command.kind === 'update_authorization' && !showsNewTotal",
        replace: "command.kind === 'void' && !showsNewTotal",
      },
    ],
  },
  {
    file: 'lib/providers/dintero/request-body.ts',
    tests: [
      'lib/providers/dintero/request-body.test.ts',
      'lib/providers/dintero/request-shape.test.ts',
    ],
    mutants: [
      {
        effect: 'a void has a body',
        find: `  if (command.kind === 'void') return null
`,
        replace: '',
      },
      {
        effect: 'no reference on a refund',
        find: 'refund_reference: command.reference, metadata',
        replace: 'metadata',
      },
      {
        effect: 'no operation id on a capture',
        find: 'capture_reference: command.reference, metadata })',
        replace: 'capture_reference: command.reference })',
      },
      {
        effect: 'VAT in hundredths of a percent',
        find: 'vat: item.vatBasisPoints / 100',
        replace: 'vat: item.vatBasisPoints',
      },
      {
        effect: 'a line is sent whole where a part is captured',
        find: `    quantityMicros: line.quantityMicros,
`,
        replace: '',
      },
      {
        effect: 'the amount of a whole line is sent where a part is captured',
        find: `    amountMinor: line.amountMinor,
`,
        replace: '',
      },
    ],
  },
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
        find: 'Number(said) * 1000',
        replace: 'Number(said)',
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
  {
    file: 'lib/providers/oppwa/amounts.ts',
    tests: ['lib/providers/oppwa/amounts.test.ts'],
    mutants: [
      {
        effect: 'a third decimal is cut',
        find: `  if (scale < 0 && minor % 10n ** BigInt(-scale) !== 0n) return null
`,
        replace: '',
      },
      {
        effect: 'nothing is sent as an amount',
        find: '!isMinorAmount(amountMinor) || amountMinor <= 0',
        replace: '!isMinorAmount(amountMinor)',
      },
      {
        effect: 'what is finer than the currency is read',
        find: `  if (/[1-9]/.test(fraction.slice(exponent))) return null
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/webhook.ts',
    tests: ['lib/providers/oppwa/webhook.test.ts'],
    mutants: [
      {
        effect: 'a webhook without a key is malformed: it comes for thirty days',
        find: "if (key === undefined) return { ok: false, problem: 'not_ours' }",
        replace: "if (key === undefined) return { ok: false, problem: 'malformed' }",
      },
      {
        effect: 'a webhook of a refund reads nothing',
        find: '(isRoot ? undefined : entry.referencedId) ?? entry.id',
        replace: 'entry.id',
      },
      {
        effect: 'the notice of an operation has the operation’s own reference',
        find: 'isRoot ? entry.merchantTransactionId : entry.merchantInvoiceId',
        replace: 'entry.merchantTransactionId',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/refund-target.ts',
    tests: ['lib/providers/oppwa/refund-target.test.ts'],
    mutants: [
      {
        effect: 'the largest charge is refunded first',
        find: 'left.leftMinor - right.leftMinor',
        replace: 'right.leftMinor - left.leftMinor',
      },
      {
        effect: 'a charge without enough left is refunded',
        find: 'charge.leftMinor >= amountMinor',
        replace: 'charge.leftMinor > 0',
      },
      {
        effect: 'pending refunds are not counted',
        find: "one.state === 'failed' || !TAKES",
        replace: "one.state !== 'succeeded' || !TAKES",
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/totals.ts',
    tests: ['lib/providers/oppwa/totals.test.ts'],
    mutants: [
      {
        effect: 'a chargeback can be refunded once more',
        find: `    case 'RF':
    case 'CB':`,
        replace: "    case 'RF':",
      },
      {
        effect: 'a failed entry counts',
        find: "if (one.state === 'succeeded') add",
        replace: 'add',
      },
      {
        effect: 'the rest of a single capture counts as held',
        find: '&& !settings.multipleCaptures',
        replace: '&& settings.multipleCaptures',
      },
      {
        effect: 'a reversed capture counts as released',
        find: "if (targetType !== 'CP' && targetType !== 'RC') sums",
        replace: 'sums',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/query-guard.ts',
    tests: ['lib/providers/oppwa/query-guard.test.ts'],
    mutants: [
      {
        effect: 'one look more than the provider allows',
        find: 'recent.length >= this.perMinute',
        replace: 'recent.length > this.perMinute',
      },
      {
        effect: 'all payments share the looks of one',
        find: 'this.#looks.get(key)',
        replace: "this.#looks.get('')",
      },
    ],
  },
  {
    file: 'lib/providers/bambora-checkout/webhook.ts',
    tests: ['lib/providers/bambora-checkout/webhook.test.ts'],
    mutants: [
      {
        effect: 'without a key everything is believed',
        find: 'key === undefined || !isSame',
        replace: 'key !== undefined && !isSame',
      },
      {
        effect: 'what follows the hash is read',
        find: `      hash = value
      break
`,
        replace: `      hash = value
      continue
`,
      },
      {
        effect: 'an id that is none is read',
        find: '|| !/^\\d{1,20}$/.test(transactionId)',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/providers/bambora-checkout/judge-made.ts',
    tests: ['lib/providers/bambora-checkout/judge-made.test.ts'],
    mutants: [
      {
        effect: 'amount of what was made not compared',
        find: "command.kind === 'void' || sum === command.amountMinor",
        replace: 'sum >= 0',
      },
      {
        effect: 'kind of what was made not compared',
        find: 'if (own.some(({ kind }) => kind !== EVENT_OF[command.kind])) {',
        replace: 'if (own.length > 99) {',
      },
      {
        effect: 'a part that failed counts as refused',
        find: "own.every(({ state }) => state === 'failed')",
        replace: 'true',
      },
      {
        effect: 'an id that the history lacks counts as done',
        find: 'if (own.length < operationIds.length) {',
        replace: 'if (own.length < 0) {',
      },
      {
        effect: 'a void that released less counts as done',
        find: "command.kind === 'void' && snapshot.totals.releasedMinor < command.amountMinor",
        replace: "command.kind === 'refund' && snapshot.totals.releasedMinor < 0",
      },
    ],
  },
  {
    file: 'lib/providers/bambora-native/judge-answer.ts',
    tests: ['lib/providers/bambora-native/judge-answer.test.ts'],
    mutants: [
      {
        effect: '201 about another payment is believed',
        find: 'if (!isAbout(payment, accountId, command.transaction.providerTransactionId)) {',
        replace: 'if (accountId === String(Math.PI)) {',
      },
      {
        effect: '201 in another currency is believed',
        find: 'if (snapshot.currency !== command.currency) {',
        replace: "if (snapshot.currency === '') {",
      },
      {
        effect: 'busy is a refusal for good',
        find: "if (problem?.code === 'payment_operation_blocked') {",
        replace: "if (problem?.code === '') {",
      },
    ],
  },
]
