import type { MutatedFile } from '../mutant'

/** What a person who sees some connections only must not meet, or change. */
export const SCOPES: readonly MutatedFile[] = [
  {
    file: 'db/queries/within-scope.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'a scope is no condition',
        find: 'return scope.length === 0 ? sql`false` : sql`${connectionId} in (${uuids(scope)})`',
        replace: 'return scope.length === 0 ? sql`false` : sql`${connectionId} is not null`',
      },
      {
        effect: 'no connection is all of them',
        find: 'scope.length === 0 ? sql`false`',
        replace: 'scope.length === 0 ? sql`true`',
      },
      {
        effect: 'any payment is in scope',
        find: 'where payment_in_scope.id = ${transactionId} and ${condition}',
        replace: 'where payment_in_scope.id = ${transactionId}',
      },
    ],
  },
  {
    file: 'db/queries/listing/list-branches.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'what needs attention is shown of all connections',
        find: 'return unscopedBranches(shown).map((branch) => sql`${and(branch, within)}`)',
        replace: 'return unscopedBranches(shown).map((branch) => sql`${and(branch)}`)',
      },
      {
        effect: 'a list passes over foreign payments by showing them',
        find: 'sql`${transactions.connectionId} = ${id}::uuid and ${part}`',
        replace: 'sql`${id}::uuid is not null and ${part}`',
      },
    ],
  },
  {
    file: 'db/queries/listing/list-page.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'a search finds payments of all connections',
        find: `    residualCondition(filter),
    withinScope(filter.scope, sql\`connection_id\`),
`,
        replace: `    residualCondition(filter),
`,
      },
      {
        effect: 'an amount is found in all connections',
        find: 'sql`${and(amountIs({ amountMinor, currencies: null }), within)}`',
        replace: 'sql`${and(amountIs({ amountMinor, currencies: null }))}`',
      },
    ],
  },
  {
    file: 'db/queries/listing/count-newer.ts',
    tests: ['db/queries/within-scope.integration.test.ts'],
    mutants: [
      {
        effect: 'new payments of all connections are reported',
        find: `    withinScope(filter.scope, sql\`connection_id\`),
`,
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/operations/insert-intent.ts',
    tests: ['lib/operations/scope.integration.test.ts'],
    mutants: [
      {
        effect: 'an intent holds a payment of any connection',
        find: `          and \${withinScope(actor.scope, sql\`connection_id\`) ?? sql\`true\`}
`,
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/operations/record-review-decision.ts',
    tests: ['lib/operations/scope.integration.test.ts'],
    mutants: [
      {
        effect: 'a decision is taken about an operation of any connection',
        find: `and state = 'needs_review' and \${within}`,
        replace: `and state = 'needs_review'`,
      },
    ],
  },
  {
    file: 'db/queries/payment/insert-note.ts',
    tests: ['lib/operations/scope.integration.test.ts'],
    mutants: [
      {
        effect: 'a note is written about a payment of any connection',
        find: ' and ${withinScope(actor.scope, sql`connection_id`) ?? sql`true`}',
        replace: '',
      },
      {
        effect: 'a note is known of a payment that is out of scope',
        find: `and text = \${note.text}
        and \${within}\``,
        replace: 'and text = ${note.text}`',
      },
    ],
  },
  {
    file: 'db/queries/listing/saved-views.ts',
    tests: ['lib/operations/scope.integration.test.ts'],
    mutants: [
      {
        effect: 'shared views name connections to all',
        find: 'and(eq(savedViews.isShared, true), namesOnly(scope))',
        replace: 'eq(savedViews.isShared, true)',
      },
      {
        effect: 'a view that is not shown is removed',
        find: 'and ${view.alsoShared}::boolean and ${namesOnly(view.scope) ?? sql`true`}',
        replace: 'and ${view.alsoShared}::boolean',
      },
    ],
  },
  {
    file: 'db/queries/access/acting-person.ts',
    tests: ['lib/people/scopes.integration.test.ts'],
    mutants: [
      {
        effect: 'who asks may have lost connections meanwhile',
        find: `
      and acting.connection_ids is not distinct from \${connectionIdsOf(actor.scope)}`,
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/access/person-links.ts',
    tests: ['lib/people/scopes.integration.test.ts'],
    mutants: [
      {
        effect: 'a link outlives the connections of its maker',
        find: `        and (maker.connection_ids is null or person.connection_ids <@ maker.connection_ids)
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/people/may-change.ts',
    tests: ['lib/people/scopes.integration.test.ts'],
    mutants: [
      {
        effect: 'a person who sees more is changed',
        find: 'return mayGiveScope(request, person.scope)',
        replace: 'return mayGiveScope(request, [])',
      },
    ],
  },
  {
    file: 'lib/people/find-scope-problem.ts',
    tests: ['lib/people/scopes.integration.test.ts'],
    mutants: [
      {
        effect: 'connections are given by who does not see them',
        find: `  if (!mayGiveScope(request, scope)) return 'scope_above_own'
`,
        replace: '',
      },
    ],
  },
]
