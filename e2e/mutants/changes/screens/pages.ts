import type { MutatedFile } from '../../mutant'

/** What the pages of payments, operations and the list are made from. */
export const PAGES: readonly MutatedFile[] = [
  {
    file: 'db/queries/payment/transactions.ts',
    tests: ['db/queries/payment/transactions.integration.test.ts'],
    mutants: [
      {
        effect: 'a payment shows the order lines of all',
        find: 'where: eq(orderItems.transactionId, id)',
        replace: 'where: eq(orderItems.transactionId, orderItems.transactionId)',
      },
      {
        effect: 'a payment shows the history of all',
        find: 'where: eq(transactionEvents.transactionId, id)',
        replace: 'where: eq(transactionEvents.transactionId, transactionEvents.transactionId)',
      },
      {
        effect: 'a payment shows the operations of all',
        find: 'where: eq(operations.transactionId, id)',
        replace: 'where: eq(operations.transactionId, operations.transactionId)',
      },
      {
        effect: 'a payment shows the notes about all',
        find: 'where: eq(notes.transactionId, id)',
        replace: 'where: eq(notes.transactionId, notes.transactionId)',
      },
      {
        effect: 'who decided about another operation counts as having decided about this one',
        find: 'eq(reviewDecisions.operationId, transactions.openOperationId)',
        replace: 'eq(reviewDecisions.operationId, reviewDecisions.operationId)',
      },
      {
        effect: 'order lines are shown by their ids',
        find: 'asc(orderItems.position)',
        replace: 'asc(orderItems.lineId)',
      },
      {
        effect: 'the history is shown backwards',
        find: 'asc(transactionEvents.position)',
        replace: 'desc(transactionEvents.position)',
      },
      {
        effect: 'the oldest operation is shown first',
        find: 'desc(operations.createdAt)',
        replace: 'asc(operations.createdAt)',
      },
      {
        effect: 'the newest note is shown first',
        find: 'asc(notes.writtenAt)',
        replace: 'desc(notes.writtenAt)',
      },
      {
        effect: 'the last decision is shown first',
        find: 'asc(reviewDecisions.decidedAt)',
        replace: 'desc(reviewDecisions.decidedAt)',
      },
      {
        effect: 'a settled operation is shown as under way',
        find: 'eq(operations.id, transactions.openOperationId)',
        replace: 'eq(operations.transactionId, transactions.id)',
      },
      {
        effect: 'what was there before the first read counts as changed elsewhere',
        find: 'firstEventCount: payment.firstEventCount',
        replace: 'firstEventCount: 0',
      },
      {
        effect: 'an address without an id is answered with an error',
        find: `  if (!isUuid(id)) return null
`,
        replace: '',
      },
      {
        effect: 'a webhook causes a read of another account’s payment',
        find: `          eq(transactions.connectionId, connectionId),
`,
        replace: '',
      },
      {
        effect: 'a webhook causes a read of another order’s payment',
        find: `          eq(transactions.orderReference, orderReference),
`,
        replace: '',
      },
      {
        effect: 'a webhook causes a read of an order’s first payment',
        find: 'desc(transactions.providerCreatedAt)',
        replace: 'asc(transactions.providerCreatedAt)',
      },
    ],
  },
  {
    file: 'db/queries/operations/find-operation-detail.ts',
    tests: ['db/queries/operations/find-operation-detail.integration.test.ts'],
    mutants: [
      {
        effect: 'the page of an operation shows another one',
        find: 'and(eq(operations.id, operationId), ',
        replace: 'and(',
      },
      {
        effect: 'a settled operation has no page',
        find: 'eq(transactions.id, operations.transactionId)',
        replace: 'eq(transactions.openOperationId, operations.id)',
      },
      {
        effect: 'an operation shows the order lines of all payments',
        find: 'eq(orderItems.transactionId, operations.transactionId)',
        replace: 'eq(orderItems.transactionId, orderItems.transactionId)',
      },
      {
        effect: 'an operation shows order lines by their ids',
        find: 'asc(orderItems.position)',
        replace: 'asc(orderItems.lineId)',
      },
      {
        effect: 'a refusal is corrected by another payment’s history',
        find: 'eq(transactionEvents.transactionId, operations.transactionId)',
        replace: 'eq(transactionEvents.transactionId, transactionEvents.transactionId)',
      },
      {
        effect: 'a later event is shown as the correction',
        find: 'asc(transactionEvents.position)',
        replace: 'asc(transactionEvents.providerEventId)',
      },
      {
        effect: 'an address without an operation is answered with an error',
        find: `  if (!isUuid(operationId)) return null
`,
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/listing/find-page.ts',
    tests: [
      'db/queries/payment/transactions.integration.test.ts',
      'db/queries/listing/find-page.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'a list that ends with a full page offers an empty one',
        find: 'read.rows.length > room &&',
        replace: 'read.rows.length >= room &&',
      },
      {
        effect: 'payments beyond what one page examines are never shown',
        find: 'next: encodePosition(searchedUntil), searchedUntil',
        replace: 'next: null, searchedUntil',
      },
      {
        effect: 'a page begins a part of the list anew',
        find: 'const after = part.name === from?.part ? from : null',
        replace: 'const after = null',
      },
      {
        effect: 'a page of a later part begins with the first part',
        find: 'parts.slice(first)',
        replace: 'parts.slice(0)',
      },
    ],
  },
  {
    file: 'db/queries/listing/count-newer.ts',
    tests: ['db/queries/listing/count-newer.integration.test.ts'],
    mutants: [
      {
        effect: 'a page that shows everything says that there is more',
        find: 'where (provider_created_at, id) > (',
        replace: 'where (provider_created_at, id) >= (',
      },
      {
        effect: 'payments of the same moment are not counted',
        find: 'where (provider_created_at, id) > (${newest.at.toISOString()}::timestamptz, ${newest.id}::uuid)',
        replace: 'where provider_created_at > ${newest.at.toISOString()}::timestamptz',
      },
      {
        effect: 'the oldest payments are examined in place of the newest',
        find: 'order by provider_created_at desc nulls last, id desc nulls last',
        replace: 'order by provider_created_at, id',
      },
      {
        effect: 'every open page has all payments examined',
        find: `          limit \${sql.raw(String(scanRows))}
`,
        replace: '',
      },
      {
        effect: 'just as many as the cap are not told from more',
        find: 'String(countCap + 1)',
        replace: 'String(countCap)',
      },
      {
        effect: 'payments of other views are counted',
        find: `    viewCondition(filter),
`,
        replace: '',
      },
      {
        effect: 'payments of other days are counted',
        find: `    createdCondition(filter, filter.timeZone),
`,
        replace: '',
      },
      {
        effect: 'the days of the list are those of another time zone',
        find: 'createdCondition(filter, filter.timeZone)',
        replace: "createdCondition(filter, 'UTC')",
      },
      {
        effect: 'payments that the filters leave out are counted',
        find: `    residualCondition(filter),
`,
        replace: '',
      },
      {
        effect: 'a search anywhere counts only what is named',
        find: ' || filter.anywhere',
        replace: '',
      },
      {
        effect: 'a search for words counts nothing',
        find: ' || search.name === null',
        replace: '',
      },
      {
        effect: 'what only contains a named text is counted',
        find: ': namedCondition(search)',
        replace: ': searchCondition(search)',
      },
    ],
  },
]
