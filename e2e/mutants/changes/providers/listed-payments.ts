import type { MutatedFile } from '../../mutant'

/** Payments that come out of a provider's list. */
export const LISTED_PAYMENTS: readonly MutatedFile[] = [
  {
    file: 'lib/providers/oppwa/entries/complete-rows.ts',
    tests: ['lib/providers/oppwa/entries/complete-rows.test.ts'],
    mutants: [
      {
        effect: 'a risk check proves a list complete: captures are not seen',
        find: 'if (payment === undefined || !movesMoney(entry)) return false',
        replace: 'if (payment === undefined) return false',
      },
      {
        effect: 'an entry without its payment proves a list complete',
        find: 'if (payment === undefined || !movesMoney(entry)) return false',
        replace: 'if (payment !== undefined && !movesMoney(entry)) return false',
      },
      {
        effect: 'a payment beside a capture that names none is shown without it',
        find: "reports.listsLinked === 'included' && !hasStray",
        replace: "reports.listsLinked === 'included'",
      },
      {
        effect: 'a list of changes is complete by what it would hold anyway',
        find: 'if (since === null) return true',
        replace: 'if (since !== entry.timestamp) return true',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/entries/payment-tree.ts',
    tests: [
      'lib/providers/oppwa/list.test.ts',
      'lib/providers/oppwa/entries/reports.test.ts',
      'lib/providers/oppwa/odd-payloads.test.ts',
    ],
    mutants: [
      {
        effect: 'a first payment of an unknown type is lost',
        find: 'return !MONEY_TYPES.includes(paymentType) && !SET_ASIDE_TYPES.includes(paymentType)',
        replace: 'return false',
      },
      {
        effect: 'every risk check is reported as an unread payment',
        find: ' && !SET_ASIDE_TYPES.includes(paymentType)',
        replace: '',
      },
      {
        effect: 'a refund by itself is kept as a payment',
        find: 'if (!ROOT_TYPES.includes(root.paymentType)) return',
        replace: "if (root.paymentType === '') return",
      },
    ],
  },
  {
    file: 'lib/providers/shared/read-rows.ts',
    tests: ['lib/providers/shared/read-rows.test.ts'],
    mutants: [
      {
        effect: 'refused credentials become unread payments',
        find: "one.problem === 'unauthorized'",
        replace: "one.message === ''",
      },
      {
        effect: 'a limit on reads makes payments unread',
        find: 'return !result.ok && result.waitMs !== undefined',
        replace: 'return !result.ok && result.waitMs === 0',
      },
      {
        effect: 'a page that a limit cut short is read from its beginning for ever',
        find: 'rows.slice(rows.findIndex(({ id }) => id === after) + 1)',
        replace: 'rows.slice(after === "" ? 0 : 0)',
      },
      {
        effect: 'a provider that is away makes every payment of a page unread',
        find: 'if (away.length > 1 &&',
        replace: 'if (away.length < 0 &&',
      },
      {
        effect: 'one payment without a response ends the page of a list',
        find: 'away.length === left.length',
        replace: 'away.length > 0',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/entries/recent-trees.ts',
    tests: ['lib/providers/oppwa/entries/recent-trees.test.ts'],
    mutants: [
      {
        effect: 'a read of hours ago serves for a refund',
        find: 'this.nowMs() - found.readAtMs > LIMITS.provider.readLimitWindowMs',
        replace: 'this.nowMs() < found.readAtMs',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/entries/reports.ts',
    tests: ['lib/providers/oppwa/entries/reports.test.ts'],
    mutants: [
      {
        effect: 'an empty report sends refunds to the wrong channel',
        find: 'if (found.ok && found.entries.some((entry) => entry.id === id)) {',
        replace: 'if (found.ok) {',
      },
      {
        effect: 'an empty report proves that a payment is absent',
        find: 'return unclear ?? last',
        replace: 'return last',
      },
    ],
  },
]
