import type { MutatedFile } from '../../mutant'

/** Ages, amounts, quantities and dates as people read them. */
export const TEXTS: readonly MutatedFile[] = [
  {
    file: 'lib/i18n/describe-age.ts',
    tests: ['lib/i18n/describe-age.test.ts'],
    mutants: [
      {
        effect: 'days counted up: a deadline wrong by a day',
        find: 'Math.floor(length / DAY)',
        replace: 'Math.ceil(length / DAY)',
      },
      {
        effect: 'hours counted up',
        find: 'Math.floor(length / HOUR)',
        replace: 'Math.ceil(length / HOUR)',
      },
      {
        effect: 'minutes rounded',
        find: 'Math.floor(length / MINUTE)',
        replace: 'Math.round(length / MINUTE)',
      },
      {
        effect: 'seconds rounded',
        find: 'Math.floor(length / SECOND)',
        replace: 'Math.round(length / SECOND)',
      },
      {
        effect: 'near from 2 days on: a deadline is not marked',
        find: 'const NEAR_MS = 3 * DAY',
        replace: 'const NEAR_MS = 2 * DAY',
      },
      {
        effect: 'near from 4 days on',
        find: 'const NEAR_MS = 3 * DAY',
        replace: 'const NEAR_MS = 4 * DAY',
      },
      {
        effect: 'a deadline of just now is not passed',
        find: 'if (left <= 0)',
        replace: 'if (left < 0)',
      },
      { effect: 'the third day is not near', find: 'left <= NEAR_MS', replace: 'left < NEAR_MS' },
      {
        effect: 'a week ago is given in days',
        find: 'if (age >= DAYS_SHOWN * DAY)',
        replace: 'if (age > DAYS_SHOWN * DAY)',
      },
      {
        effect: 'a countdown is over a second early',
        find: 'Math.ceil((until',
        replace: 'Math.floor((until',
      },
    ],
  },
  {
    file: 'lib/format/quantity.ts',
    tests: ['lib/format/quantity.test.ts'],
    mutants: [
      {
        effect: 'VAT fraction not padded: 2.05 % is shown as 2.5 %',
        find: `        .padStart(2, '0')
`,
        replace: '',
      },
      {
        effect: 'VAT fraction keeps its zeros',
        find: `        .replace(/0+$/, '')
`,
        replace: '',
      },
      {
        effect: 'the decimal mark of another language',
        find: "replace('.', decimalMark)",
        replace: "replace('.', '.')",
      },
    ],
  },
  {
    file: 'lib/format/money.ts',
    tests: ['lib/format/money.test.ts'],
    mutants: [
      {
        effect: 'a fraction loses its leading zeros',
        find: "padStart(digits + 1, '0')",
        replace: "padStart(digits, '0')",
      },
      { effect: 'the sign is lost', find: "units < 0n ? '-' : ''", replace: "''" },
      {
        effect: 'every currency has two decimals',
        find: `const digits = currencyExponent(currency)
  const units`,
        replace: `const digits = currencyExponent(currency) * 0 + 2
  const units`,
      },
    ],
  },
  {
    file: 'lib/format/dates.ts',
    tests: ['lib/format/dates.test.ts'],
    mutants: [
      {
        effect: 'times are Greenwich’s',
        find: '{ timeZone, ...options }',
        replace: "{ timeZone: timeZone && 'UTC', ...options }",
      },
      {
        effect: 'this year is that of Greenwich',
        find: 'year(at) === year(now)',
        replace: 'at.getUTCFullYear() === now.getUTCFullYear()',
      },
    ],
  },
]
