import type { MutatedFile } from '../mutant'

/** What lines come to. */
export const LINES_AND_ORDERS: readonly MutatedFile[] = [
  {
    file: 'lib/domain/rules/line-selection.ts',
    tests: ['lib/domain/rules/line-selection.test.ts'],
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
    file: 'lib/domain/rules/order-change.ts',
    tests: ['lib/domain/rules/order-change.test.ts'],
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
        find: 'const remaining = captured.quantityMicros < before ? captured : NOTHING',
        replace: 'const remaining = captured.quantityMicros < 0 ? captured : NOTHING',
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
    file: 'lib/domain/rules/item-progress.ts',
    tests: ['lib/domain/rules/item-progress.test.ts'],
    mutants: [
      {
        effect: 'events that failed count for lines',
        find: "if (event.kind !== kind || event.state !== 'succeeded') continue",
        replace: 'if (event.kind !== kind) continue',
      },
      {
        effect: 'an event without lines counts as none',
        find: 'if (sum !== event.amountMinor) return null',
        replace: 'if (sum > (event.amountMinor ?? 0)) return null',
      },
      {
        effect: 'repeated line ids are added up',
        find: 'if (lineIds.size !== items.length) return null',
        replace: 'if (lineIds.size > items.length) return null',
      },
      {
        effect: 'a line that the order has not is passed over',
        find: 'if (!lineIds.has(line.lineId)) return null',
        replace: 'if (!lineIds.has(line.lineId)) continue',
      },
      {
        effect: 'pieces of two captures are not added',
        find: 'quantityMicros: sumOf(before.quantityMicros, line.quantityMicros)',
        replace: 'quantityMicros: line.quantityMicros',
      },
    ],
  },
]
