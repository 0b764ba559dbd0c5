import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { TransactionListRow } from '@/lib/domain/transaction-view'
import { TransactionRow } from './transaction-row'

interface Props {
  readonly rows: readonly TransactionListRow[]
  /** What the rows are, for those who cannot see where the table stands. */
  readonly caption: string
  readonly now: Date
}

export function TransactionsTable({ rows, caption, now }: Props) {
  return (
    <Table className="max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <Head className="max-lg:sr-only">
        <Row className="lg:[&>th]:px-1.5 xl:[&>th]:px-2">
          <HeadCell className="lg:pl-5!">Capture by</HeadCell>
          <HeadCell>Order and customer</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell>Method</HeadCell>
          <HeadCell numeric className="lg:pr-9.5! xl:pr-10!">
            Authorized
          </HeadCell>
          <HeadCell numeric className="lg:pr-9.5! xl:pr-10!">
            Captured
          </HeadCell>
          <HeadCell numeric className="lg:pr-9.5! lg:max-xl:hidden xl:pr-10!">
            Refunded
          </HeadCell>
          <HeadCell numeric className="lg:pr-9.5! xl:pr-10!">
            Still held
          </HeadCell>
          <HeadCell numeric className="lg:pr-5! lg:max-xl:hidden">
            Created
          </HeadCell>
        </Row>
      </Head>
      <Body className="max-lg:block">
        {rows.map((row) => (
          <TransactionRow key={row.id} row={row} now={now} />
        ))}
      </Body>
    </Table>
  )
}
