import type { MutatedFile } from '../mutant'

/** What pages and dialogs reckon and say. */
export const SCREENS: readonly MutatedFile[] = [
  {
    file: 'components/transactions/operate/amount-entry.ts',
    tests: ['components/transactions/operate/amount-entry.test.ts'],
    mutants: [
      {
        effect: 'maximum of lines not compared',
        find: `  if (amountMinor > modes.maxMinor) return tooMuch(modes, currency, 'lines', wording)
`,
        replace: '',
      },
      {
        effect: 'maximum of a typed amount not compared',
        find: `  if (reading.amountMinor > modes.maxMinor) return tooMuch(modes, currency, 'amount', wording)
`,
        replace: '',
      },
      {
        effect: 'a closed way is read',
        find: `  if (closed !== null) return { ok: false, problem: closed, field: 'mode' }
`,
        replace: '',
      },
      {
        effect: 'more pieces than are left are read',
        find: 'if (quantityMicros > line.leftQuantityMicros) {',
        replace: 'if (quantityMicros > line.leftQuantityMicros * 9) {',
      },
      {
        effect: 'lines that are locked are sent',
        find: "text === '' || lineLock(line, modes) !== null",
        replace: "text === ''",
      },
      {
        effect: 'a line of which only money is left cannot be taken',
        find: 'quantityMicros > 0 || line.leftQuantityMicros === 0',
        replace: 'quantityMicros > 0',
      },
      {
        effect: 'everything is the maximum of lines',
        find: 'amountMinor: modes.maxMinor }',
        replace: 'amountMinor: modes.maxMinor + 1 }',
      },
      {
        effect: 'what is missing is a mistake at once',
        find: 'return missing && !asked ? null : problem',
        replace: 'return problem',
      },
      {
        effect: 'the exact maximum is refused',
        find: 'if (reading.amountMinor > modes.maxMinor)',
        replace: 'if (reading.amountMinor >= modes.maxMinor)',
      },
    ],
  },
  {
    file: 'components/transactions/operate/order-entry.ts',
    tests: ['components/transactions/operate/order-entry.test.ts'],
    mutants: [
      {
        effect: 'released not counted: below what is captured can be sent',
        find: 'order.totals.capturedMinor + order.totals.releasedMinor',
        replace: 'order.totals.capturedMinor',
      },
      {
        effect: 'captured not counted',
        find: 'order.totals.capturedMinor + order.totals.releasedMinor',
        replace: 'order.totals.releasedMinor',
      },
      {
        effect: 'maximum of an order not compared',
        find: `  if (amountMinor > maxMinor) return failure('amount_too_large')
`,
        replace: '',
      },
      {
        effect: 'an item that is only begun is left out',
        find: `  if (additions.length < begun.length) return failure('item_incomplete')
`,
        replace: '',
      },
      {
        effect: 'an unreadable quantity is no change',
        find: `  if (changes === null) return failure('quantity_unreadable')
  const begun`,
        replace: `  if (changes === null) return failure('nothing_changed')
  const begun`,
      },
      {
        effect: 'an empty note is a reason',
        find: 'entry.note.trim() || null',
        replace: 'entry.note',
      },
      { effect: 'the rarest rate first', find: 'other - one', replace: 'one - other' },
      {
        effect: 'VAT that is not known counts as none',
        find: 'sum === null || vatAmountMinor === null ? null : sum + vatAmountMinor',
        replace: '(sum ?? 0) + (vatAmountMinor ?? 0)',
      },
      {
        effect: 'an unchanged quantity is a change',
        find: `if (quantityMicros !== item.quantityMicros)
      changes`,
        replace: `if (quantityMicros >= 0)
      changes`,
      },
    ],
  },
  {
    file: 'components/transactions/operate/prediction.ts',
    tests: ['components/transactions/operate/prediction.test.ts'],
    mutants: [
      {
        effect: 'a refund lowers what is captured',
        find: 'refundedMinor: totals.refundedMinor + amountMinor',
        replace:
          'refundedMinor: totals.refundedMinor, capturedMinor: totals.capturedMinor - amountMinor',
      },
      {
        effect: 'a single capture keeps the rest held',
        find: "traits.includes('single_capture')",
        replace: 'false',
      },
      {
        effect: 'a payout raises what is refunded',
        find: `    case 'pay_out':
      return totals`,
        replace: `    case 'pay_out':
      return { ...totals, refundedMinor: totals.refundedMinor + amountMinor }`,
      },
    ],
  },
  {
    file: 'components/transactions/operate/availabilities.ts',
    tests: ['components/transactions/operate/availabilities.test.ts'],
    mutants: [
      {
        effect: 'the role is not asked',
        find: `return isPermitted(role, \`operate:\${kind}\`)
    ?`,
        replace: `return isPermitted(role, 'view_transactions')
    ?`,
      },
      {
        effect: 'another way is named to who may not go it',
        find: 'instead === undefined || !isPermitted(role, `operate:${instead}`)',
        replace: 'instead === undefined',
      },
      {
        effect: 'an order that does not make the hold is changed',
        find: "kind === 'update_authorization' && !itemsMakeTheHold(transaction)",
        replace: "kind === 'void' && !itemsMakeTheHold(transaction)",
      },
    ],
  },
  {
    file: 'components/transactions/operate/actions-shown.ts',
    tests: ['components/transactions/operate/actions-shown.test.ts'],
    mutants: [
      {
        effect: 'others can be begun while something is under way',
        find: 'const locked = busy !== null && sending !== kind',
        replace: 'const locked = false',
      },
      {
        effect: 'a dialog that is sending cannot be opened again',
        find: 'const locked = busy !== null && sending !== kind',
        replace: 'const locked = busy !== null',
      },
      {
        effect: 'what a method never offers is in the menu',
        find: "return availability.why.obstacle !== 'not_offered'",
        replace: 'return true',
      },
    ],
  },
  {
    file: 'components/transactions/operate/what-changed.ts',
    tests: ['components/transactions/operate/what-changed.test.ts'],
    mutants: [
      {
        effect: 'a correction downwards is not told',
        find: 'if (difference < 0) {',
        replace: 'if (difference < -1e12) {',
      },
      {
        effect: 'another authorization is not told',
        find: 'if (authorized[0] !== authorized[1]) {',
        replace: 'if (authorized[0] > authorized[1]) {',
      },
      {
        effect: 'changed lines are not told',
        find: 'return sameItems(before, after) ? [] :',
        replace: 'return sameItems(before, before) ? [] :',
      },
    ],
  },
  {
    file: 'components/transactions/operate/line-rows.ts',
    tests: ['components/transactions/operate/line-rows.test.ts'],
    mutants: [
      {
        effect: 'parts of lines can be picked where only whole ones are taken',
        find: "return wholeLines && leftAmountMinor !== item.amountMinor ? 'partGone' : null",
        replace: 'return null',
      },
      {
        effect: 'lines that are done can be picked',
        find: `  if (leftQuantityMicros === 0 && leftAmountMinor === 0) return DONE[kind]
`,
        replace: '',
      },
      {
        effect: 'a line of which only money is left is done',
        find: 'leftQuantityMicros === 0 && leftAmountMinor === 0',
        replace: 'leftQuantityMicros === 0',
      },
    ],
  },
  {
    file: 'components/transactions/operate/parse-decimal.ts',
    tests: ['components/transactions/operate/parse-decimal.test.ts'],
    mutants: [
      {
        effect: 'more decimals than are kept are cut',
        find: `  if (fraction.length > decimals) return null
`,
        replace: '',
      },
      {
        effect: 'thousands are read as decimals',
        find: `  if (mark !== decimalMark && fraction.length === 3 && !whole.startsWith('0')) return null
`,
        replace: '',
      },
      {
        effect: 'quantities that no number keeps are read',
        find: 'Number.isSafeInteger(parts) ? parts : null',
        replace: 'parts',
      },
    ],
  },
  {
    file: 'components/transactions/money-bar-segments.ts',
    tests: ['components/transactions/money-bar-segments.test.ts'],
    mutants: [
      {
        effect: 'more is in motion than there is',
        find: 'Math.max(0, Math.min(moving.amountMinor, available))',
        replace: 'moving.amountMinor',
      },
      {
        effect: 'what nobody knows looks like what is under way',
        find: "moving?.state === 'unknown' || moving?.state === 'needs_review'",
        replace: "moving?.state === 'needs_review'",
      },
      {
        effect: 'a receipt under way is not shown',
        find: "['capture', 'confirm_receipt']",
        replace: "['capture']",
      },
    ],
  },
  {
    file: 'components/transactions/recent-operation.ts',
    tests: ['components/transactions/recent-operation.test.ts'],
    mutants: [
      {
        effect: 'an old operation is spoken of for ever',
        find: '? last : null',
        replace: '? last : last',
      },
      {
        effect: 'the open operation gives way to a later one',
        find: 'if (open !== undefined) return open',
        replace: 'if (open === operations[0] && open !== undefined) return open',
      },
    ],
  },
  {
    file: 'components/i18n/age-text.ts',
    tests: ['components/i18n/age-text.test.ts'],
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
        effect: 'a week ago is told in days',
        find: 'if (age >= DAYS_TOLD * DAY)',
        replace: 'if (age > DAYS_TOLD * DAY)',
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
