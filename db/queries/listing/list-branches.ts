import { and, or, sql, type SQL } from 'drizzle-orm'
import { withinScope } from '@/db/queries/within-scope'
import { oneOf } from '@/db/schema/columns'
import { operations } from '@/db/schema/operations'
import { NOTHING_AUTHORIZED, transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import { VIEW_STATUSES } from '@/lib/domain/listing/list-view'
import { OPEN_STATES } from '@/lib/domain/operation/outcome'
import type { TransactionStatus } from '@/lib/domain/payment/transaction'
import { IS_CORRECTED } from './corrected-refusal'

type Shown = Pick<ListFilter, 'view' | 'statuses'>

const { attention } = LIMITS.list

const hours = (count: number): SQL => sql.raw(`interval '${count} hours'`)
const statusIs = (status: TransactionStatus): SQL =>
  sql`${transactions.status} = ${literal(status)}`

/** A value of ours as a literal: with a parameter the planner could not know which index fits. */
function literal(text: string): SQL {
  return sql.raw(`'${text}'`)
}

/**
 * The payments of a view, whatever their deadline, as parts that each are one range of an index in
 * the order of the list, so that a page is the merge of their beginnings. A payment may be in more
 * than one part. With a scope a part is of one connection and one status, so that payments of others
 * are not even passed over.
 */
export function branchesOf(shown: Shown, scope: Scope): readonly SQL[] {
  const { view, statuses } = shown
  if (scope === 'all') return unscopedBranches(shown)
  if (view === 'attention') {
    const within = withinScope(scope, transactions.connectionId)
    return unscopedBranches(shown).map((branch) => sql`${and(branch, within)}`)
  }
  const parts = statusBranches({ view, statuses })
  const ranges = scope.flatMap((id) =>
    parts.map((part) => sql`${transactions.connectionId} = ${id}::uuid and ${part}`),
  )
  return ranges.length === 0 ? [sql`false`] : ranges
}

function unscopedBranches(shown: Shown): readonly SQL[] {
  const { view, statuses } = shown
  if (view === 'attention') return ATTENTION.map((reason) => narrowBranch(reason, statuses))
  return view === 'all' && statuses.length === 0 ? [sql`true`] : statusBranches(shown)
}

function statusBranches({ view, statuses }: Shown): readonly SQL[] {
  const parts = (statuses.length > 0 ? statuses : VIEW_STATUSES[view]).map(statusIs)
  return view === 'to-capture' ? parts.map((part) => sql`${part} and ${IS_HELD}`) : parts
}

/** An authorization of the amount 0 holds nothing that could be captured. */
const IS_HELD = sql`not (${NOTHING_AUTHORIZED})`

/**
 * The payments of a view, whatever their deadline, as one condition, for when another index leads
 * to them.
 */
export function viewCondition(shown: Shown): SQL | undefined {
  if (shown.view === 'all' && shown.statuses.length === 0) return undefined
  return or(...unscopedBranches(shown))
}

function narrowBranch(branch: SQL, statuses: readonly TransactionStatus[]): SQL {
  if (statuses.length === 0) return branch
  return sql`${branch} and ${oneOf(transactions.status, statuses)}`
}

/** An array, so that few payments are looked up by id instead of all being tested. */
const ofOperations = (condition: SQL): SQL => sql`${transactions.id} = any(array(
  select ${operations.transactionId} from ${operations} where ${condition}
))`

/** A rule could not begin to extend a hold whose end has not moved since. */
const NOT_EXTENDED = sql`${transactions.id} = any(array(
  select run.transaction_id
  from rule_runs as run join transactions as payment on payment.id = run.transaction_id
  where run.failure is not null and run.ended_at > now() - ${hours(attention.recentHours)}
    and payment.capture_by = run.deadline_at
    and payment.authorized_minor - payment.captured_minor - payment.released_minor > 0
))`

/** Reasons why a payment needs attention: each is rare, or bounded in time. */
const ATTENTION: readonly SQL[] = [
  statusIs('unknown'),
  sql`${statusIs('failed')} and ${transactions.providerCreatedAt} > now() - ${hours(attention.recentHours)}`,
  sql`${statusIs('on_hold')} and ${transactions.providerCreatedAt} < now() - ${hours(attention.pendingHours)}`,
  ofOperations(sql`${oneOf(operations.state, OPEN_STATES)} and (
    ${oneOf(operations.state, ['unknown', 'needs_review'])}
    or ${operations.createdAt} < now() - ${hours(attention.pendingHours)}
  )`),
  ofOperations(sql`${operations.state} = 'refused'
    and ${operations.settledAt} > now() - ${hours(attention.recentHours)}
    and not ${IS_CORRECTED}
    and not exists (
      select 1 from operations as later
      where later.transaction_id = ${operations.transactionId} and later.state = 'succeeded'
        and later.created_at > ${operations.createdAt}
    )`),
  NOT_EXTENDED,
]
