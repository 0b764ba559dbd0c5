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
    file: 'lib/domain/rules/lines-left.ts',
    tests: ['lib/domain/rules/lines-left.test.ts'],
    mutants: [
      {
        effect: 'lines are known though they do not make the hold',
        find: 'if (lines === null || sumOf(lines, ({ whole }) => whole) !== totals.authorizedMinor) return null',
        replace: 'if (lines === null) return null',
      },
      {
        effect: 'a line is offered above what is left of the payment',
        find: 'if (leftAmountMinor <= mostMinor) return line',
        replace: 'if (leftAmountMinor <= mostMinor * 9) return line',
      },
      {
        effect: 'a refund by amount leaves the lines certain',
        find: 'const isCertain = untied.capturedMinor === 0 && untied.refundedMinor === 0',
        replace: 'const isCertain = untied.capturedMinor === 0',
        unnoticedBecause:
          'after a refund by amount the lines miss the rest of the payment, or one has more refunded than captured: both leave none certain',
      },
      {
        effect: 'a line of which too much was moved counts',
        find: 'const isOver = leftQuantityMicros < 0 || leftAmountMinor * all.amountMinor < 0',
        replace: 'const isOver = leftAmountMinor * all.amountMinor < 0',
      },
      {
        effect: 'a line that turned from giving to taking counts',
        find: 'const isOver = leftQuantityMicros < 0 || leftAmountMinor * all.amountMinor < 0',
        replace: 'const isOver = leftQuantityMicros < 0',
      },
      {
        effect: 'a capture by amount may have taken all of a line',
        find: 'const possibleMinor = Math.min(uncapturedMinor, untied.capturedMinor + given)',
        replace: 'const possibleMinor = uncapturedMinor + 0 * given',
      },
      {
        effect: 'a gift card makes no room',
        find: 'leftMinor + given,',
        replace: 'leftMinor + 0 * given,',
      },
    ],
  },
  {
    file: 'lib/domain/rules/order-change.ts',
    tests: ['lib/domain/rules/order-change.test.ts'],
    mutants: [
      {
        effect: 'less than what is captured of a line',
        find: 'quantityMicros < taken.quantityMicros) {',
        replace: 'quantityMicros < 0) {',
      },
      {
        effect: 'less than the amount that is captured of a line',
        find: 'if (Math.abs(amountMinor) < Math.abs(taken.amountMinor)) {',
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
    file: 'lib/domain/rules/order-changes.ts',
    tests: ['lib/domain/rules/order-changes.test.ts'],
    mutants: [
      {
        effect: 'lines that stay are changes',
        find: '  if (isSameQuantity && amountMinor === 0) return null\n',
        replace: '',
      },
      {
        effect: 'a line of which the amount alone changed is no change',
        find: 'if (isSameQuantity && amountMinor === 0) return null',
        replace: 'if (isSameQuantity) return null',
      },
      {
        effect: 'a line of which the quantity alone changed is no change',
        find: 'if (isSameQuantity && amountMinor === 0) return null',
        replace: 'if (amountMinor === 0) return null',
      },
      {
        effect: 'what was added was removed',
        find: 'before === null || after === null ? null : after - before',
        replace: 'before === null || after === null ? null : before - after',
      },
      {
        effect: 'an unknown quantity is taken for none',
        find: 'before === null || after === null ? null : after - before',
        replace: '(after ?? 0) - (before ?? 0)',
      },
      {
        effect: 'lines that were there are added too',
        find: 'added.splice(at, 1)',
        replace: 'added.slice(at, at + 1)',
      },
    ],
  },
  {
    file: 'lib/operations/runner/start-operation.ts',
    tests: ['lib/operations/change-order-items.integration.test.ts'],
    mutants: [
      {
        effect: 'what a new order changes is forgotten',
        find: 'orderChanges: changesOf(view, planned.value),',
        replace: 'orderChanges: null,',
      },
      {
        effect: 'what a new order changes is the new order',
        find: 'orderChanges(before, newItems)',
        replace: 'orderChanges(before.slice(0, 0), newItems)',
      },
    ],
  },
  {
    file: 'lib/domain/rules/item-progress.ts',
    tests: ['lib/domain/rules/item-progress.test.ts'],
    mutants: [
      {
        effect: 'events that failed count for lines',
        find: "event.state !== 'succeeded' || !isPartOfAmount(event)",
        replace: '!isPartOfAmount(event)',
      },
      {
        effect: 'lines of more than their event count',
        find: 'return amountMinor !== null && sum <= amountMinor',
        replace: 'return amountMinor !== null && sum <= amountMinor * 9',
      },
      {
        effect: 'repeated line ids are added up',
        find: 'captured: isShared ? null : progressOf',
        replace: 'captured: isShared && item.quantityMicros === 0 ? null : progressOf',
      },
      {
        effect: 'pieces of two captures are not added',
        find: 'quantityMicros: sumOf(before.quantityMicros, line.quantityMicros)',
        replace: 'quantityMicros: line.quantityMicros',
      },
    ],
  },
]
