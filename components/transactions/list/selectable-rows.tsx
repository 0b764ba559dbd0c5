import type { ComponentProps } from 'react'
import {
  batchKindsFor,
  candidatesOf,
  kindsOfView,
} from '@/components/transactions/select/candidates'
import { RowSelection } from '@/components/transactions/select/row-selection'
import type { RehearseAction } from '@/components/transactions/select/use-rehearsal'
import { isNarrowed, writeListQuery } from '@/lib/domain/listing/list-query'
import type { ViewCount } from '@/lib/domain/listing/list-view'
import type { TransactionListPage } from '@/lib/domain/view/transaction-view'
import { ListPager } from './list-pager'
import { TransactionsTable } from './transactions-table'

interface Props extends Omit<ComponentProps<typeof TransactionsTable>, 'rows' | 'hasTicks'> {
  readonly page: TransactionListPage
  /** The number of payments in the view without filters. */
  readonly viewCount: ViewCount
  readonly rehearse: RehearseAction
}

/** The rows of a page with the way to the next; with ticks for whoever may operate on many at once. */
export function SelectableRows({ page, viewCount, rehearse, ...table }: Props) {
  const { query, role } = table
  const kinds = batchKindsFor(role)
  const rows = (
    <>
      <TransactionsTable {...table} rows={page.rows} hasTicks={kinds.length > 0} />
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
      shown={candidatesOf(page.rows, kinds)}
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
