import type { MutatedFile } from '../mutant'

const RUNS = ['lib/extension/run-rule.integration.test.ts'] as const

/** Tags, and rules that extend the holds of tagged payments: which, how often, and by whom. */
export const EXTENSION_RULES: readonly MutatedFile[] = [
  {
    file: 'db/queries/extension/claim-runs.ts',
    tests: RUNS,
    mutants: [
      {
        effect: 'a rule extends more often than it may',
        find: 'rule.max_times > (',
        replace: 'rule.max_times >= (',
      },
      {
        effect: 'a rule that is off goes on',
        find: 'join users on users.id = rule.enabled_by\n          join payment_tags',
        replace: "join users on users.role = 'admin'\n          join payment_tags",
      },
      {
        effect: 'two rules plan an extension of one payment at once',
        find: 'coalesce(last.number, 0) + 1 as number',
        replace: 'coalesce(last.number, 0) + 1 + (random() * 1000)::int as number',
      },
      {
        effect: 'a person who may not do it any more goes on by a rule',
        find: '          and ${oneOf(sql`users.role`, roles)}\n',
        replace: '',
      },
      {
        effect: 'a refusal is asked for again at once',
        find: '          and coalesce(last.is_over, true)\n',
        replace: '',
      },
      {
        effect: 'a run whose operation exists is planned anew when its lease ends',
        find: '              and not exists (select 1 from operations where operations.id = run.operation_id)\n',
        replace: '',
      },
      {
        effect: 'a hold is extended long before it ends',
        find: "          and payment.capture_by <= ${at} + rule.within_hours * interval '1 hour'\n",
        replace: '',
      },
      {
        effect: 'a refusal counts as one of the times',
        find: "              and operations.state not in ('refused', 'not_sent', 'abandoned')\n",
        replace: '',
      },
    ],
  },
  {
    file: 'lib/extension/run-rule.ts',
    tests: RUNS,
    mutants: [
      {
        effect: 'a rule asks for more than the longest hold',
        find: '  if (isAtLongestHold(view)) return',
        replace: '  if (isAtLongestHold(view) && false) return',
      },
    ],
  },
  {
    file: 'db/queries/operations/insert-intent.ts',
    tests: RUNS,
    mutants: [
      {
        effect: 'the audit entry of an intent names no rule',
        find: '            || ${ruleDetail(intent.byRule)}\n',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/payment/payment-tags.ts',
    tests: ['db/queries/payment/payment-tags.integration.test.ts'],
    mutants: [
      {
        effect: 'a payment outside the scope is tagged',
        find: ' and ${withinScope(actor.scope, sql`connection_id`) ?? sql`true`}\n          and (',
        replace: '\n          and (',
      },
      {
        effect: 'a tag of a payment outside the scope is taken off',
        find: 'and tag = ${tag} and ${within}\n',
        replace: 'and tag = ${tag}\n',
      },
    ],
  },
]
