import type { MutatedFile } from '../../mutant'

/** What dialogs reckon. */
export const DIALOGS: readonly MutatedFile[] = [
  {
    file: 'components/transactions/operate/amount/amount-entry.ts',
    tests: ['components/transactions/operate/amount/amount-entry.test.ts'],
    mutants: [
      {
        effect: 'maximum of lines not compared',
        find: `  if (amountMinor > modes.maxMinor) return tooMuch(modes, currency, 'lines', i18n)
`,
        replace: '',
      },
      {
        effect: 'maximum of a typed amount not compared',
        find: `  if (reading.amountMinor > modes.maxMinor) return tooMuch(modes, currency, 'amount', i18n)
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
        effect: 'half a piece of an order in whole pieces is read',
        find: 'modes.wholePieces && !isRest && ',
        replace: '!modes.wholePieces && !isRest && ',
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
        find: 'return missing && !showErrors ? null : problem',
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
    file: 'components/transactions/operate/run/kept-intents.ts',
    tests: ['components/transactions/operate/run/kept-intents.test.ts'],
    mutants: [
      {
        effect: 'what another person typed stays in the tab',
        find: '    forgetInTab(`${personId}:`)\n',
        replace: '',
      },
      {
        effect: 'a request with an unknown outcome is forgotten when its dialog is closed',
        find: 'after.isOpen || after.sentAtMs !== null ||',
        replace: 'after.isOpen ||',
      },
      {
        effect: 'a repeat after a reload is another request',
        find: "if (typeof operationId !== 'string') return null",
        replace: "if (typeof operationId === 'string') return null",
      },
      {
        effect: 'an entry of another shape is restored',
        find: 'hasShapeOf(blank, kept) ? (kept as E) : blank',
        replace: 'kept === null ? blank : (kept as E)',
      },
    ],
  },
  {
    file: 'components/transactions/operate/order/order-entry.ts',
    tests: ['components/transactions/operate/order/order-entry.test.ts'],
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
        effect: 'an order in whole pieces gets half of one',
        find: 'wasWhole && !hasWholePieces(changes)',
        replace: '!wasWhole && !hasWholePieces(changes)',
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
    file: 'lib/domain/rules/totals-after.ts',
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
        find: "flags.includes('single_capture')",
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
    file: 'components/transactions/operate/amount/line-picks.ts',
    tests: ['components/transactions/operate/amount/line-picks.test.ts'],
    mutants: [
      {
        effect: 'parts of lines can be picked where only whole ones are taken',
        find: "return wholeLines && leftAmountMinor !== item.amountMinor ? 'partGone' : null",
        replace: 'return null',
      },
      {
        effect: 'lines that are done can be picked',
        find: "return base.amountMinor > moved.amountMinor ? 'aboveLeft' : DONE[kind]",
        replace: "if (base.amountMinor > moved.amountMinor) return 'aboveLeft'",
      },
      {
        effect: 'a line of which only money is left is done',
        find: 'leftQuantityMicros === 0 && leftAmountMinor === 0',
        replace: 'leftQuantityMicros === 0',
      },
    ],
  },
  {
    file: 'components/transactions/operate/amount/amount-text.ts',
    tests: ['components/transactions/operate/amount/amount-text.test.ts'],
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
]
