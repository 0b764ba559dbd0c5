import type { MutatedFile } from '../mutant'

/** The rules that need no input or output. */
export const DOMAIN: readonly MutatedFile[] = [
  {
    file: 'lib/domain/attribution.ts',
    tests: ['lib/domain/attribution.test.ts'],
    mutants: [
      {
        effect: 'amount of our event not compared: another amount counts as done',
        find: 'done.amountMinor === null || amountMinor === null || done.amountMinor === amountMinor',
        replace: 'done.amountMinor !== undefined',
      },
      {
        effect: 'reported twice counts as done once',
        find: '  if (again !== undefined) {',
        replace: '  if (again === null) {',
      },
      {
        effect: 'an event of another operation is ours',
        find: 'event.operationId === marks.operationId || event.reference === marks.reference',
        replace: 'event.operationId !== null || event.reference === marks.reference',
      },
      {
        effect: 'our reference is not known',
        find: 'event.operationId === marks.operationId || event.reference === marks.reference',
        replace: 'event.operationId === marks.operationId',
      },
      {
        effect: 'what closes our event is not ours',
        find: 'if (event.closes.some((id) => own.has(id))) own.add(event.providerEventId)',
        replace: 'if (event.closes.length > 99) own.add(event.providerEventId)',
      },
      {
        effect: 'a promise outweighs a failure',
        find: "const failed = own.find((event) => event.state === 'failed')",
        replace:
          "const failed = own.every((event) => event.state === 'failed') ? own[0] : undefined",
      },
      {
        effect: 'an extension must show its amount',
        find: "operation.kind === 'extend_authorization' ? null : operation.amountMinor",
        replace: 'operation.amountMinor',
      },
      {
        effect: 'every event is stamped as ours',
        find: 'own.has(event.providerEventId) ? { ...event, operationId } : event',
        replace: 'own.size > 0 ? { ...event, operationId } : event',
      },
    ],
  },
  {
    file: 'lib/domain/attribution-by-totals.ts',
    tests: ['lib/domain/attribution-by-totals.test.ts', 'lib/domain/unmarked-trace.test.ts'],
    mutants: [
      {
        effect: 'no clock skew allowed: review in place of done',
        find: 'const CLOCK_SKEW_MS = 120_000',
        replace: 'const CLOCK_SKEW_MS = 0',
      },
      {
        effect: 'clock skew of an hour: an older event counts as ours',
        find: 'const CLOCK_SKEW_MS = 120_000',
        replace: 'const CLOCK_SKEW_MS = 3_600_000',
      },
      {
        effect: 'amount of the event not compared',
        find: "return operation.kind === 'void' || event.amountMinor === operation.amountMinor",
        replace: 'return true',
      },
      {
        effect: 'kind of the event not compared',
        find: 'event.kind !== EVENT_OF[operation.kind] || !isSinceSend',
        replace: '!isSinceSend',
      },
      {
        effect: 'time of the event not compared',
        find: ' || !isSinceSend(operation, event)) return false',
        replace: ') return false',
      },
      { effect: 'a second event is not seen', find: 'more.length > 0 || !fits', replace: '!fits' },
      {
        effect: 'totals that did not move count as done',
        find: "return hasMoved(operation, snapshot.totals) ? { kind: 'succeeded', event }",
        replace: "return true ? { kind: 'succeeded', event }",
      },
      {
        effect: 'a failure with moved totals counts as failed',
        find: "return unchanged ? { kind: 'failed', event } : { kind: 'differs' }",
        replace: "return { kind: 'failed', event }",
      },
      {
        effect: 'an authorization that changed besides is not seen',
        find: `  if (after.authorizedMinor !== before.authorizedMinor) return false
`,
        replace: '',
      },
      {
        effect: 'refunds besides are not seen',
        find: "moved.refunded === (kind === 'refund' ? amountMinor : 0) &&",
        replace: "(kind !== 'refund' || moved.refunded === amountMinor) &&",
      },
      {
        effect: 'captures besides are not seen',
        find: "moved.captured === (kind === 'capture' ? amountMinor : 0) &&",
        replace: "(kind !== 'capture' || moved.captured === amountMinor) &&",
      },
      {
        effect: 'releases besides are not seen',
        find: "moved.released === (kind === 'void' ? amountMinor : 0)",
        replace: "(kind !== 'void' || moved.released === amountMinor)",
      },
      {
        effect: 'a capture that uses up the rest goes to people',
        find: '? moved.released >= 0',
        replace: '? moved.released === 0',
      },
      {
        effect: 'a history that lags counts as done',
        find: "return hasHistory ? { kind: 'untold' }",
        replace: "return !hasHistory ? { kind: 'untold' }",
      },
      {
        effect: 'what was known before the send counts',
        find: '.slice(operation.baselineEventCount)',
        replace: '.slice(0)',
      },
      {
        effect: 'released is not compared',
        find: `    before.refundedMinor === after.refundedMinor &&
    before.releasedMinor === after.releasedMinor
`,
        replace: `    before.refundedMinor === after.refundedMinor
`,
      },
      {
        effect: 'what never was sent has events',
        find: 'if (sentAt === null) return false',
        replace: 'if (sentAt === null) return true',
      },
    ],
  },
  {
    file: 'lib/domain/unmarked-trace.ts',
    tests: ['lib/domain/unmarked-trace.test.ts'],
    mutants: [
      {
        effect: 'an event of another operation of ours is a trace',
        find: 'event.operationId === null && isOfItsAmount',
        replace: 'isOfItsAmount',
      },
      {
        effect: 'another amount is a trace',
        find: 'event.operationId === null && isOfItsAmount',
        replace: 'event.operationId === null',
      },
      {
        effect: 'an older event is a trace',
        find: ` && isSinceSend(operation, event)
`,
        replace: `
`,
      },
      {
        effect: 'a failed event is a trace',
        find: ".filter(({ state }) => state !== 'failed')",
        replace: '',
      },
      {
        effect: 'a total that an event explains is a trace',
        find: ' && !news.some(({ kind }) => trace.movers.includes(kind))',
        replace: '',
      },
      {
        effect: 'a total that fell is a trace',
        find: 'return movedMinor > 0 &&',
        replace: 'return movedMinor !== 0 &&',
      },
      {
        effect: 'a capture that released the rest is a trace of a void',
        find: "movers: ['void', 'capture']",
        replace: "movers: ['void']",
      },
      {
        effect: 'the old total is a trace of a change',
        find: 'return movedMinor !== 0 && totals',
        replace: 'return totals',
      },
      {
        effect: 'any new total is a trace of a change',
        find: 'movedMinor !== 0 && totals.authorizedMinor === operation.amountMinor',
        replace: 'movedMinor !== 0',
      },
      {
        effect: 'what was known before the send is a trace',
        find: '.slice(operation.baselineEventCount)',
        replace: '.slice(0)',
      },
      {
        effect: 'a receipt leaves no trace',
        find: `  confirm_receipt: CAPTURED,
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/domain/line-selection.ts',
    tests: ['lib/domain/line-selection.test.ts'],
    mutants: [
      {
        effect: 'the last piece gets its rounded share',
        find: `  if (quantityMicros === line.leftQuantityMicros) return line.leftAmountMinor
`,
        replace: '',
      },
      {
        effect: 'more pieces than are left',
        find: 'if (quantityMicros > line.leftQuantityMicros) {',
        replace: 'if (quantityMicros > line.base.quantityMicros * 9) {',
      },
      {
        effect: 'a line twice',
        find: 'if (lines.some((taken) => taken.lineId === choice.lineId)) {',
        replace: 'if (lines.length > 99) {',
      },
      {
        effect: 'lines are known though they do not make the hold',
        find: 'return left !== null && addsUp(left, authorizedMinor, capturedMinor) ? left : null',
        replace:
          'return left !== null && left.length > 0 && left.every((line) => line.moved.amountMinor <= capturedMinor && authorizedMinor >= 0) ? left : null',
      },
      {
        effect: 'a refund by line though refunds named none',
        find: 'return left !== null && addsUp(left, capturedMinor, refundedMinor) ? left : null',
        replace:
          'return left !== null && addsUp(left, capturedMinor, left.reduce((sum, line) => sum + line.moved.amountMinor, 0 * refundedMinor)) ? left : null',
      },
      {
        effect: 'typed amount above what is left of the line',
        find: 'withinLeft(amountMinor, line.leftAmountMinor) !== amountMinor',
        replace: 'amountMinor < 0',
      },
      {
        effect: 'pieces are shared of what is left, not of the whole',
        find: `moved.quantityMicros,
    moved.quantityMicros + quantityMicros,`,
        replace: `0,
    quantityMicros,`,
      },
      {
        effect: 'a share above what is left',
        find: 'return withinLeft(share, line.leftAmountMinor)',
        replace: 'return share',
      },
      {
        effect: 'gift cards may be taken for more than they gave',
        find: ': Math.max(Math.min(amountMinor, 0), leftMinor)',
        replace: ': Math.min(amountMinor, 0)',
      },
      {
        effect: 'VAT from the rate on top of the amount',
        find: 'shareBetween(item.amountMinor, 10_000 + rate, 0, rate)',
        replace: 'shareBetween(item.amountMinor, 10_000, 0, rate)',
      },
      {
        effect: 'VAT of the later piece is that of the first',
        find: 'const from = Math.min(Math.abs(movedMinor), whole)',
        replace: 'const from = Math.min(Math.abs(movedMinor) * 0, whole)',
      },
      {
        effect: 'a line of which too much was moved counts',
        find: `    if (line.leftQuantityMicros < 0) return null
`,
        replace: '',
      },
      {
        effect: 'a line that turned from giving to taking counts',
        find: `    if (line.leftAmountMinor * base.amountMinor < 0) return null
`,
        replace: '',
      },
      {
        effect: 'nothing of a line is a choice',
        find: 'if (amountMinor === 0 && quantityMicros === 0) {',
        replace: 'if (amountMinor < 0 && quantityMicros === 0) {',
      },
      {
        effect: 'lines that are done are picked with everything',
        find: '.filter((line) => line.leftAmountMinor !== 0 || line.leftQuantityMicros > 0)',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/domain/capability.ts',
    tests: ['lib/domain/capability.test.ts', 'lib/domain/promised.test.ts'],
    mutants: [
      {
        effect: 'open operation not asked for',
        find: "situation.openOperation === null ? null : 'operation_open'",
        replace: 'null',
      },
      {
        effect: 'promised captures are captured once more',
        find: "heldMinor(totals) - promisedMinor('capture', situation)",
        replace: 'heldMinor(totals)',
      },
      {
        effect: 'promised refunds are refunded once more',
        find: "refundableMinor(totals) - promisedMinor('refund', situation)",
        replace: 'refundableMinor(totals)',
      },
      {
        effect: 'a refund above the largest charge',
        find: 'Math.min(leftMinor, largestMinor ?? leftMinor)',
        replace: 'leftMinor',
      },
      {
        effect: 'on hold may be worked on',
        find: `  on_hold: 'on_hold',
`,
        replace: '',
      },
      {
        effect: 'the rest is voided where no method does',
        find: 'totals.capturedMinor > 0 && !rules.voidsRest',
        replace: 'totals.capturedMinor < 0 && !rules.voidsRest',
      },
      {
        effect: 'paid out though never charged',
        find: `if (!traits.includes('stored_card')) return 'no_stored_card'
    return totals.capturedMinor > 0 ? null : 'never_charged'`,
        replace: `if (!traits.includes('stored_card')) return 'no_stored_card'
    return null`,
      },
      {
        effect: 'what nothing is left of is allowed',
        find: `  if (maxMinor <= 0) return { allowed: false, obstacle: 'promised_elsewhere' }
`,
        replace: '',
      },
      {
        effect: 'charged again without a debit',
        find: `    if (!traits.includes('debit')) return 'not_charged_at_once'
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/domain/promised.ts',
    tests: ['lib/domain/promised.test.ts'],
    mutants: [
      { effect: 'our own promise counts twice', find: ' && !own.has(event))', replace: ')' },
      {
        effect: 'a promise that is closed counts',
        find: `    .filter(({ providerEventId }) => !closed.has(providerEventId))
`,
        replace: '',
      },
      {
        effect: 'promises of other kinds count',
        find: 'event.kind === kind && event.state',
        replace: 'event.state',
      },
    ],
  },
  {
    file: 'lib/domain/order-change.ts',
    tests: ['lib/domain/order-change.test.ts'],
    mutants: [
      {
        effect: 'less than what is captured of a line',
        find: 'quantityMicros < captured.quantityMicros) {',
        replace: 'quantityMicros < 0) {',
      },
      {
        effect: 'less than the amount that is captured of a line',
        find: 'if (Math.abs(amountMinor) < Math.abs(captured.amountMinor)) {',
        replace: 'if (Math.abs(amountMinor) < 0) {',
      },
      {
        effect: 'what is captured of a line is scaled too',
        find: 'const kept = captured.quantityMicros < before ? captured : NOTHING',
        replace: 'const kept = captured.quantityMicros < 0 ? captured : NOTHING',
      },
      {
        effect: 'a VAT rate above 100 %',
        find: 'rate > WHOLE_BASIS_POINTS',
        replace: 'rate > WHOLE_BASIS_POINTS * 9',
      },
      {
        effect: 'VAT included is added on top',
        find: 'if (item.priceIncludesVat) {',
        replace: 'if (!item.priceIncludesVat) {',
      },
      {
        effect: 'a line of too many digits',
        find: 'const isAmount = Number.isSafeInteger(amountMinor) && amountMinor > 0',
        replace: 'const isAmount = amountMinor > 0',
      },
      {
        effect: 'a line without pieces is divided',
        find: ' || item.quantityMicros === 0) {',
        replace: ') {',
      },
    ],
  },
  {
    file: 'lib/domain/outcome.ts',
    tests: ['lib/domain/outcome.test.ts', 'db/queries/record-outcome-guard.integration.test.ts'],
    mutants: [
      {
        effect: 'an unknown outcome is sent again',
        find: "unknown: ['succeeded',",
        replace: "unknown: ['sending', 'succeeded',",
      },
      {
        effect: 'a sent operation is abandoned',
        find: "sending: ['succeeded',",
        replace: "sending: ['abandoned', 'succeeded',",
      },
      {
        effect: 'people cannot settle as not sent',
        find: "needs_review: ['succeeded', 'refused', 'not_sent']",
        replace: "needs_review: ['succeeded', 'refused']",
      },
      {
        effect: 'a review reserves nothing',
        find: `'pending', 'unknown', 'needs_review'] as const
export type OpenState`,
        replace: `'pending', 'unknown'] as const
export type OpenState`,
      },
      {
        effect: 'a settled operation is settled again',
        find: '  succeeded: [],',
        replace: "  succeeded: ['refused'],",
      },
      {
        effect: 'pending never goes to people',
        find: "pending: ['succeeded', 'refused', 'not_sent', 'needs_review']",
        replace: "pending: ['succeeded', 'refused', 'not_sent']",
      },
    ],
  },
  {
    file: 'lib/domain/transaction.ts',
    tests: ['lib/domain/transaction.test.ts'],
    mutants: [
      {
        effect: 'released counts as held',
        find: 'totals.authorizedMinor - totals.capturedMinor - totals.releasedMinor',
        replace: 'totals.authorizedMinor - totals.capturedMinor',
      },
      {
        effect: 'negative totals are read',
        find: `    if (amount < 0) return \`\${name} is negative\`
`,
        replace: '',
      },
      {
        effect: 'refunds above captures are read',
        find: `  if (refundableMinor(totals) < 0) return 'refunded exceeds captured'
`,
        replace: '',
      },
      {
        effect: 'a void of a part is told as voided',
        find: 'totals.releasedMinor > 0 && held === 0',
        replace: 'totals.releasedMinor > 0',
      },
    ],
  },
  {
    file: 'lib/domain/money.ts',
    tests: ['lib/domain/money.test.ts'],
    mutants: [
      {
        effect: 'too many decimals are cut',
        find: `  if (fraction.length > exponent) return { ok: false, problem: 'too_many_decimals' }
`,
        replace: '',
      },
      {
        effect: 'amounts that no number keeps are read',
        find: `  if (!isMinorAmount(amountMinor)) return { ok: false, problem: 'too_large' }
`,
        replace: '',
      },
      {
        effect: 'the sign is lost',
        find: 'const amountMinor = sign * Number',
        replace: 'const amountMinor = Number',
      },
      {
        effect: 'thousands are read as decimals',
        find: '(isOnly && lastMark !== decimalMark && grouped !== null)',
        replace: '(isOnly && lastMark === decimalMark && grouped !== null)',
      },
    ],
  },
  {
    file: 'lib/domain/permission.ts',
    tests: ['lib/domain/permission.test.ts'],
    mutants: [
      {
        effect: 'staff may refund',
        find: `    'operate:capture',
    'operate:void',
  ]),
  support`,
        replace: `    'operate:capture',
    'operate:void',
    'operate:refund',
  ]),
  support`,
      },
      {
        effect: 'support may capture',
        find: `    'operate:refund',
    'decide_review',
    'export_transactions',
  ]),
  admin`,
        replace: `    'operate:refund',
    'operate:capture',
    'decide_review',
    'export_transactions',
  ]),
  admin`,
      },
      {
        effect: 'viewers may write notes',
        find: "viewer: new Set(['view_transactions'])",
        replace: "viewer: new Set(['view_transactions', 'write_note'])",
      },
      {
        effect: 'staff may decide reviews',
        find: `    'write_note',
    'operate:capture',`,
        replace: `    'write_note',
    'decide_review',
    'operate:capture',`,
      },
    ],
  },
  {
    file: 'lib/domain/outside-change.ts',
    tests: ['lib/domain/outside-change.test.ts'],
    mutants: [
      {
        effect: 'our own capture is told as made elsewhere',
        find: ' && !own.has(event)',
        replace: '',
      },
      {
        effect: 'a failed capture is told as made elsewhere',
        find: "event.state === 'succeeded' && MONEY",
        replace: 'MONEY',
      },
      {
        effect: 'what was there when we first saw it is told',
        find: '.slice(firstEventCount)',
        replace: '.slice(0)',
      },
    ],
  },
  {
    file: 'lib/domain/retry-advice.ts',
    tests: ['lib/domain/retry-advice.test.ts'],
    mutants: [
      {
        effect: 'advice against another amount counts',
        find: 'operation.amountMinor === amountMinor && ageMs',
        replace: 'ageMs',
      },
      { effect: 'advice never ends', find: ' && ageMs < DAY_MS', replace: '' },
      {
        effect: 'advice against another kind counts',
        find: 'operation.kind !== kind || operation.retry',
        replace: 'operation.retry',
      },
    ],
  },
]
