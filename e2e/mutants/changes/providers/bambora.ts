import type { MutatedFile } from '../../mutant'

/** Bambora Checkout and Bambora Native. */
export const BAMBORA: readonly MutatedFile[] = [
  {
    file: 'lib/providers/bambora-checkout/webhook.ts',
    tests: ['lib/providers/bambora-checkout/webhook.test.ts'],
    mutants: [
      {
        effect: 'without a key everything is believed',
        find: 'key === undefined || !isSame',
        replace: 'key !== undefined && !isSame',
      },
      {
        effect: 'what follows the hash is read',
        find: `      hash = value
      break
`,
        replace: `      hash = value
      continue
`,
      },
      {
        effect: 'an id that is none is read',
        find: '|| !/^\\d{1,20}$/.test(transactionId)',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/providers/bambora-checkout/interpret-response.ts',
    tests: ['lib/providers/bambora-checkout/interpret-response.test.ts'],
    mutants: [
      {
        effect: 'amount of what was made not compared',
        find: "command.kind === 'void' || sum === command.amountMinor",
        replace: 'sum >= 0',
      },
      {
        effect: 'kind of what was made not compared',
        find: 'if (own.some(({ kind }) => kind !== EVENT_OF[command.kind])) {',
        replace: 'if (own.length > 99) {',
      },
      {
        effect: 'a part that failed counts as refused',
        find: "own.every(({ state }) => state === 'failed')",
        replace: 'true',
      },
      {
        effect: 'an id that the history lacks counts as done',
        find: 'if (own.length < operationIds.length) {',
        replace: 'if (own.length < 0) {',
      },
      {
        effect: 'a void that released less counts as done',
        find: "command.kind === 'void' && snapshot.totals.releasedMinor < command.amountMinor",
        replace: "command.kind === 'refund' && snapshot.totals.releasedMinor < 0",
      },
    ],
  },
  {
    file: 'lib/providers/bambora-native/interpret-response.ts',
    tests: ['lib/providers/bambora-native/interpret-response.test.ts'],
    mutants: [
      {
        effect: '201 about another payment is believed',
        find: 'if (!isAbout(payment, accountId, command.transaction.providerTransactionId)) {',
        replace: 'if (accountId === String(Math.PI)) {',
      },
      {
        effect: '201 in another currency is believed',
        find: 'if (snapshot.currency !== command.currency) {',
        replace: "if (snapshot.currency === '') {",
      },
      {
        effect: 'busy is a refusal for good',
        find: "if (problem?.code === 'payment_operation_blocked') {",
        replace: "if (problem?.code === '') {",
      },
    ],
  },
  {
    file: 'lib/domain/payment/own-refunds.ts',
    tests: ['lib/operations/bambora-native.integration.test.ts'],
    mutants: [
      {
        effect: 'refunds made here do not count where none are named',
        find: 'refundedMinor <= totals.refundedMinor',
        replace: 'refundedMinor >= totals.refundedMinor',
      },
    ],
  },
  {
    file: 'db/queries/sync/complete-snapshot.ts',
    tests: ['lib/operations/bambora-native.integration.test.ts'],
    mutants: [
      {
        effect: 'a refund that was not done counts',
        find: "and (operations.state = 'succeeded' or",
        replace: "and (operations.state <> 'abandoned' or",
      },
    ],
  },
  {
    file: 'db/queries/sync/upsert-transaction.ts',
    tests: ['lib/operations/bambora-native.integration.test.ts'],
    mutants: [
      {
        effect: 'an import forgets the refunds that were made here',
        find: 'await completeSnapshot(database, read.connectionId, read.snapshot)',
        replace: 'read.snapshot',
      },
    ],
  },
  {
    file: 'lib/providers/bambora-checkout/totals.ts',
    tests: ['lib/providers/bambora-checkout/mapper.test.ts'],
    mutants: [
      {
        effect: 'a payment is declined while another authorization is under way',
        find: "authorizations.some((one) => stateOf(one.status) === 'pending')",
        replace: "authorizations.some((one) => stateOf(one.status) === 'unknown')",
      },
      {
        effect: 'what a capture with a new status has claimed is released',
        find: "wordOf(action) === 'capture' && stateOf(status) === 'pending'",
        replace: "wordOf(action) === 'capture' && isPendingStatus(status)",
      },
      {
        effect: 'a declined payment is shown as authorized and released',
        find: 'if (isDeclined(transaction, operations)) return NOTHING',
        replace: 'if (operations.length > 99) return NOTHING',
      },
    ],
  },
]
