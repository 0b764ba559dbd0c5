import type { MutatedFile } from '../mutant'

/** Amounts, totals and what follows from them. */
export const FIGURES: readonly MutatedFile[] = [
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
