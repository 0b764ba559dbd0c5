import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { batchKindsFor, kindsOfView } from '@/components/transactions/select/candidates'
import { RowSelection } from '@/components/transactions/select/row-selection'
import type { RehearseAction } from '@/components/transactions/select/use-rehearsal'
import type { Role } from '@/lib/domain/access/permission'
import { isNarrowed, writeListQuery } from '@/lib/domain/listing/list-query'
import type { ViewCount } from '@/lib/domain/listing/list-view'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { TransactionListPage } from '@/lib/domain/view/transaction-view'
import { groupRows } from './due-sections'
import { ListPager } from './list-pager'
import { rowData } from './row-data'
import { TransactionsTable } from './transactions-table'

interface Props extends Omit<ComponentProps<typeof TransactionsTable>, 'groups' | 'hasTicks'> {
  readonly page: TransactionListPage
  /** The latest refusals by payment, where the payments are listed because of them. */
  readonly refusals: ReadonlyMap<string, OperationKind>
  /** The tags of those payments that have some. */
  readonly tags: ReadonlyMap<string, readonly string[]>
  /** The reader, whose likely next action a row offers. */
  readonly role: Role
  /** The number of payments in the view without filters. */
  readonly viewCount: ViewCount
  readonly rehearse: RehearseAction
}

/** The rows of a page with the way to the next; with ticks for whoever may operate on many at once. */
export function SelectableRows(props: Props) {
  const { page, refusals, tags, role, viewCount, rehearse, ...table } = props
  const { query, sections } = table
  const t = useTranslations()
  const kinds = batchKindsFor(role)
  const groups = groupRows(page.rows, sections).map(({ due, rows }) => ({
    due,
    rows: rows.map((row) => {
      const besides = { refused: refusals.get(row.id), tags: tags.get(row.id) }
      return rowData(row, besides, { role, kinds, t })
    }),
  }))
  const rows = (
    <>
      <TransactionsTable {...table} groups={groups} hasTicks={kinds.length > 0} />
      <ListPager query={query} page={page} />
    </>
  )
  if (kinds.length === 0) return rows
  const isCounted = !isNarrowed(query) && !viewCount.isCapped
  const isOfHolds = query.view === 'to-capture' || query.view === 'expiring'
  const goesOn = page.next !== null || query.after !== null
  return (
    <RowSelection
      query={writeListQuery({ ...query, after: null })}
      groups={groups.map(({ rows: own }) => own)}
      kinds={kinds}
      whole={
        goesOn
          ? {
              count: isCounted ? viewCount.count : null,
              kinds: kindsOfView(kinds, query.view),
              held: isCounted && isOfHolds ? viewCount.sums : [],
            }
          : null
      }
      rehearse={rehearse}
    >
      {rows}
    </RowSelection>
  )
}
