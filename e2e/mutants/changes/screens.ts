import type { MutatedFile } from '../mutant'

/** What pages offer and say. */
export const SCREENS: readonly MutatedFile[] = [
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
        effect: 'the open operation gives way to a later one',
        find: 'if (open !== undefined) return open',
        replace: 'if (open === operations[0] && open !== undefined) return open',
      },
    ],
  },
]
