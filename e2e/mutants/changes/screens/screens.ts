import type { MutatedFile } from '../../mutant'

/** What pages offer and say. */
export const SCREENS: readonly MutatedFile[] = [
  {
    file: 'components/transactions/operate/availabilities.ts',
    tests: ['components/transactions/operate/availabilities.test.ts'],
    mutants: [
      {
        effect: 'the role is not checked',
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
        find: "return availability.denial.denialReason !== 'not_offered'",
        replace: 'return true',
      },
    ],
  },
  {
    file: 'components/transactions/operate/what-changed.ts',
    tests: ['components/transactions/operate/what-changed.test.ts'],
    mutants: [
      {
        effect: 'a correction downwards is not reported',
        find: 'if (difference < 0) {',
        replace: 'if (difference < -1e12) {',
      },
      {
        effect: 'another authorization is not reported',
        find: 'if (authorized[0] !== authorized[1]) {',
        replace: 'if (authorized[0] > authorized[1]) {',
      },
      {
        effect: 'changed lines are not reported',
        find: 'return sameItems(before, after) ? [] :',
        replace: 'return sameItems(before, before) ? [] :',
      },
    ],
  },
  {
    file: 'components/transactions/money/money-bar-segments.ts',
    tests: ['components/transactions/money/money-bar-segments.test.ts'],
    mutants: [
      {
        effect: 'more is in motion than there is',
        find: 'Math.max(0, Math.min(moving.amountMinor, available))',
        replace: 'moving.amountMinor',
      },
      {
        effect: 'what is unknown looks like what is under way',
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
    file: 'components/transactions/outcome/recent-operation.ts',
    tests: ['components/transactions/outcome/recent-operation.test.ts'],
    mutants: [
      {
        effect: 'an old operation is spoken of for ever',
        find: '? last : null',
        replace: '? last : last',
      },
      {
        effect: 'a refusal stays although money has moved since',
        find: 'isUndone && !hasMovedSince',
        replace: 'isUndone',
      },
      {
        effect: 'the open operation gives way to a later one',
        find: 'if (open !== undefined) return open',
        replace: 'if (open === operations[0] && open !== undefined) return open',
      },
    ],
  },
  {
    file: 'components/transactions/shared/describe-lines.ts',
    tests: ['components/transactions/shared/describe-lines.test.ts'],
    mutants: [
      {
        effect: 'a change of the amount alone is a change of no piece',
        find: 'if (quantityMicros === null || quantityMicros === 0) {',
        replace: 'if (quantityMicros === null) {',
      },
      {
        effect: 'what was removed from the order was added',
        find: "value < 0 ? MINUS : '+'",
        replace: "value < 0 ? '+' : '+'",
      },
      {
        effect: 'lines that are not named are not counted',
        find: 'more: lines.length - named.length',
        replace: 'more: 0',
      },
    ],
  },
  {
    file: 'components/transactions/shared/line-list.tsx',
    tests: ['components/transactions/shared/line-list.test.tsx'],
    mutants: [
      {
        effect: 'a name that runs from right to left turns its quantity around',
        find: '<bdi>{name}</bdi>',
        replace: '<span>{name}</span>',
      },
      {
        effect: 'the number of further lines is not shown',
        find: 'more === 0 ? list :',
        replace: 'more >= 0 ? list :',
      },
    ],
  },
  {
    file: 'components/transactions/detail/history-entries.ts',
    tests: ['components/transactions/detail/history-entries.test.ts'],
    mutants: [
      {
        effect: 'an open drawer vanishes when the provider reports its operation',
        find: 'isFirst ? { ...entry, id: operation.id } : entry',
        replace: 'entry',
      },
      {
        effect: 'a change of the order looks like the whole order',
        find: 'event.lines.length > 0 && !isUpdate ?',
        replace: 'event.lines.length > 0 ?',
      },
      {
        effect: 'the changes of the order are not in the history',
        find: 'orderChanges: operation.orderChanges ?? [],',
        replace: 'orderChanges: [],',
      },
    ],
  },
  {
    file: 'app/api/transactions/export/describe-order-lines.ts',
    tests: ['app/api/transactions/export/describe-order-lines.test.ts'],
    mutants: [
      {
        effect: 'a small refund of a piece is exported as the whole piece',
        find: 'if (isShare) return',
        replace: 'if (isShare || pieces > 0) return',
      },
      {
        effect: 'a cell has no end',
        find: 'characters > LIMITS.export.lineCharacters',
        replace: 'characters < 0',
      },
      {
        effect: 'a name that fills the cell leaves none',
        find: 'position > 0 && characters',
        replace: 'characters',
      },
      {
        effect: 'a character is left in halves',
        find: '.slice(0, -1)',
        replace: '',
      },
      {
        effect: 'captures by amount are left out',
        find: 'return untied === null ? named :',
        replace: 'return untied !== named ? named :',
      },
    ],
  },
  {
    file: 'db/queries/listing/export-rows.ts',
    tests: ['app/api/transactions/export/export-rows.integration.test.ts'],
    mutants: [
      {
        effect: 'lines of other payments are exported',
        find: 'where: eq(orderItems.transactionId, transactions.id)',
        replace: 'where: eq(orderItems.transactionId, orderItems.transactionId)',
      },
      {
        effect: 'refunds by line are not exported',
        find: "['capture', 'refund']",
        replace: "['capture']",
      },
    ],
  },
]
