import type { MutatedFile } from '../../mutant'

/** Amounts, totals and what follows from them. */
export const FIGURES: readonly MutatedFile[] = [
  {
    file: 'lib/domain/payment/transaction.ts',
    tests: ['lib/domain/payment/transaction.test.ts'],
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
        effect: 'refunds above captures are no contradiction',
        find: "return refundableMinor(totals) < 0 ? 'refunded_exceeds_captured' : null",
        replace: 'return null',
      },
      {
        effect: 'captures above the authorization are no contradiction',
        find: `  if (heldMinor(totals) < 0) return 'captured_exceeds_authorized'
`,
        replace: '',
      },
      {
        effect: 'figures that contradict each other have a status',
        find: `  if (findContradiction(totals) !== null) return 'unknown'
`,
        replace: '',
      },
      {
        effect: 'a payment whose figures contradict each other is never read again',
        find: `  if (findContradiction(totals) !== null) return 'held'
`,
        replace: '',
      },
      {
        effect: 'a void of a part is reported as voided',
        find: 'totals.releasedMinor > 0 && held === 0',
        replace: 'totals.releasedMinor > 0',
      },
    ],
  },
  {
    file: 'lib/domain/money/money.ts',
    tests: ['lib/domain/money/money.test.ts'],
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
    file: 'lib/domain/rules/outside-change.ts',
    tests: ['lib/domain/rules/outside-change.test.ts'],
    mutants: [
      {
        effect: 'our own capture is reported as made elsewhere',
        find: ' && !own.has(event)',
        replace: '',
      },
      {
        effect: 'a failed capture is reported as made elsewhere',
        find: "event.state === 'succeeded' && MONEY",
        replace: 'MONEY',
      },
      {
        effect: 'what was there when we first saw it is reported',
        find: '.slice(firstEventCount)',
        replace: '.slice(0)',
      },
    ],
  },
  {
    file: 'lib/domain/rules/retry-advice.ts',
    tests: ['lib/domain/rules/retry-advice.test.ts'],
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
  {
    file: 'lib/domain/operation/refusal.ts',
    tests: ['lib/domain/operation/refusal.test.ts'],
    mutants: [
      {
        effect: 'advice of the answer is lost',
        find: "reported.retry.kind === 'not_said' ? answered.retry : reported.retry",
        replace: 'reported.retry',
      },
      {
        effect: 'a reason of the answer gives way to none',
        find: '(hasReason ? reported : answered)',
        replace: 'reported',
      },
    ],
  },
  {
    file: 'lib/domain/rules/next-action.ts',
    tests: ['lib/domain/rules/next-action.test.ts'],
    mutants: [
      {
        effect: 'a capture is offered while something is under way',
        find: `  if (openOperation !== null) return 'wait'
`,
        replace: '',
      },
      {
        effect: 'a refund is offered to who may not',
        find: " && isPermitted(role, 'operate:refund')",
        replace: '',
      },
      {
        effect: 'a review is offered to who may not',
        find: "isPermitted(role, 'decide_review') ? 'review' : 'wait'",
        replace: "'review'",
      },
    ],
  },
  {
    file: 'lib/domain/listing/due.ts',
    tests: ['lib/domain/listing/due.test.ts'],
    mutants: [
      {
        effect: 'the first moment of tomorrow is today',
        find: 'deadline < before',
        replace: 'deadline <= before',
      },
      {
        effect: 'a day that clocks are turned on has 24 hours',
        find: 'startOfDay(addDays(today, days), timeZone)',
        replace: 'new Date(startOfDay(today, timeZone).getTime() + days * 86_400_000)',
      },
    ],
  },
  {
    file: 'lib/domain/listing/local-day.ts',
    tests: ['lib/domain/listing/local-day.test.ts'],
    mutants: [
      {
        effect: 'a day without a midnight begins on the day before',
        find: '.filter((ms) => localDay(new Date(ms), timeZone) >= day)',
        replace: '.filter((ms) => !Number.isNaN(ms))',
      },
      {
        effect: 'a day that is none is read',
        find: '!Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null',
        replace: 'text',
      },
    ],
  },
  {
    file: 'lib/domain/listing/list-query.ts',
    tests: ['lib/domain/listing/list-query.test.ts'],
    mutants: [
      {
        effect: 'the filter by deadline is lost when a list is kept',
        find: 'due: query.due,',
        replace: 'due: null,',
      },
      {
        effect: 'what is not understood is not named',
        find: "if (text !== '' && value === null) ignored.push({ name, value: text })",
        replace: 'void text',
      },
      {
        effect: 'the filter by amount is lost when a list is kept',
        find: 'max: query.maxTenThousandths === null ? null : writeBound(query.maxTenThousandths)',
        replace: 'max: null',
      },
    ],
  },
]
