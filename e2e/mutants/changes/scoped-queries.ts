import type { MutatedFile } from '../mutant'

/** What queries of one table tell a person who sees some connections only. */
export const SCOPED_QUERIES: readonly MutatedFile[] = [
  {
    file: 'db/queries/listing/filter-choices.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'names of all connections are offered',
        find: 'from connections where ${withinScope(scope, sql`id`) ?? sql`true`}',
        replace: 'from connections',
      },
    ],
  },
  {
    file: 'db/queries/listing/overview.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'sums of what is to capture are of all connections',
        find: 'and(HOLDS_MONEY, withinScope(scope, transactions.connectionId))',
        replace: 'HOLDS_MONEY',
      },
    ],
  },
  {
    file: 'db/queries/listing/list-parts.ts',
    tests: ['db/queries/listing/find-page.integration.test.ts'],
    mutants: [
      {
        effect: 'what expires is listed of all connections',
        find: 'and(condition, withinScope(scope, transactions.connectionId))',
        replace: 'and(condition)',
      },
      {
        effect: 'what has no deadline is listed twice',
        find: 'residual: sql`not ${HAS_DEADLINE}`',
        replace: 'residual: undefined',
      },
    ],
  },
  {
    file: 'db/queries/listing/sum-sections.ts',
    tests: ['db/queries/listing/find-page.integration.test.ts'],
    mutants: [
      {
        effect: 'sums of sections are of all connections',
        find: `    withinScope(scope, transactions.connectionId),
`,
        replace: '',
      },
      {
        effect: 'a part of a section is shown as the whole',
        find: 'if (most !== null && examined > most) return null',
        replace: 'void examined',
      },
    ],
  },
  {
    file: 'db/queries/listing/view-counts.ts',
    tests: [
      'db/queries/listing/view-counts.integration.test.ts',
      'db/queries/within-scope.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'what expires is counted of all connections',
        find: 'capture_by >= ${moment(now)} and ${within}',
        replace: 'capture_by >= ${moment(now)}',
      },
      {
        effect: 'what has passed counts as expiring',
        find: 'capture_by >= ${moment(now)} and',
        replace: '${moment(now)} is not null and',
      },
      {
        effect: 'the count is red for what ends tomorrow',
        find: 'filter (where capture_by < ${moment(tomorrow)})',
        replace: 'filter (where ${moment(tomorrow)} is not null)',
      },
    ],
  },
  {
    file: 'db/queries/listing/unread-payments.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'unread payments are listed of all connections',
        find: '.where(and(IS_SHOWN, ofScope(scope), condition))',
        replace: '.where(and(IS_SHOWN, condition))',
      },
    ],
  },
  {
    file: 'db/queries/operations/find-operation.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'an operation of any connection is found',
        find: 'ofPaymentWithin(scope, operations.transactionId)',
        replace: 'undefined',
      },
    ],
  },
  {
    file: 'db/queries/operations/find-operation-detail.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'the page of an operation of any connection is shown',
        find: 'withinScope(scope, transactions.connectionId)',
        replace: 'undefined',
      },
    ],
  },
  {
    file: 'db/queries/operations/find-transaction-version.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'the version of a payment of any connection is told',
        find: 'withinScope(scope, transactions.connectionId)',
        replace: 'undefined',
      },
    ],
  },
  {
    file: 'db/queries/operations/list-attempts.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'attempts of any connection are shown',
        find: 'withinScope(scope, transactions.connectionId)',
        replace: 'undefined',
      },
    ],
  },
  {
    file: 'db/queries/operations/list-open-operations.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'open operations of all connections are listed',
        find: 'and(inArray(operations.state, [...states]), withinScope(scope, transactions.connectionId))',
        replace: 'inArray(operations.state, [...states])',
      },
    ],
  },
  {
    file: 'db/queries/operations/list-open-operations.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'open operations of all connections are summed',
        find: `          ofPaymentWithin(scope, operations.transactionId),
`,
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/operations/read-open-operations-now.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'open operations of all connections are counted',
        find: `          ofPaymentWithin(scope, operations.transactionId),
`,
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/payment/transactions.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'a payment of any connection is shown',
        find: 'withinScope(scope, transactions.connectionId)',
        replace: 'undefined',
      },
    ],
  },
]
