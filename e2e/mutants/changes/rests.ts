import type { MutatedFile } from '../mutant'

/** The rest of a part capture: kept once, within the scope, and only where there is one. */
export const RESTS: readonly MutatedFile[] = [
  {
    file: 'db/queries/payment/keep-rest.ts',
    tests: ['db/queries/payment/keep-rest.integration.test.ts'],
    mutants: [
      {
        effect: 'a rest is kept where nothing is held any more',
        find: '          and authorized_minor - captured_minor - released_minor > 0\n',
        replace: '',
      },
      {
        effect: 'a rest is kept where nothing was captured',
        find: ' and ${oneOf(sql`status`, REST_STATUSES)}',
        replace: '',
      },
      {
        effect: 'a rest outside the scope is kept',
        find: '          and ${withinScope(actor.scope, sql`connection_id`) ?? sql`true`}\n        on conflict',
        replace: '        on conflict',
      },
    ],
  },
  {
    file: 'lib/domain/rules/rest.ts',
    tests: ['lib/domain/rules/rest.test.ts'],
    mutants: [
      {
        effect: 'the question is asked while an operation is under way',
        find: '    openOperation === null &&\n',
        replace: '',
      },
      {
        effect: 'the question is asked where the figures contradict each other',
        find: '    findContradiction(totals) === null &&\n',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/listing/overview.ts',
    tests: ['db/queries/listing/overview.integration.test.ts'],
    mutants: [
      {
        effect: 'an order that is a week old counts as younger',
        find: '${daysOld} <= ${week.toDays}::int',
        replace: '${daysOld} <= ${week.toDays + 1}::int',
      },
    ],
  },
  {
    file: 'db/queries/listing/list-conditions.ts',
    tests: ['db/queries/listing/list-page.integration.test.ts'],
    mutants: [
      {
        effect: 'the filter of kept rests finds the others',
        find: "rest === 'kept' ? kept",
        replace: "rest !== 'kept' ? kept",
      },
    ],
  },
]
