import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { OpenOperationRow } from '@/lib/domain/operation-story'
import { OpenRow } from './open-row'

interface Props {
  readonly rows: readonly OpenOperationRow[]
  readonly mayDecide: boolean
  readonly now: Date
}

/** The open operations; on a phone each is a card. */
export function OpenTable({ rows, mayDecide, now }: Props) {
  return (
    <Table className="max-lg:block">
      <caption className="sr-only">Open operations, oldest first</caption>
      <Head className="max-lg:sr-only">
        <Row>
          <HeadCell className="lg:pl-5">State</HeadCell>
          <HeadCell>What</HeadCell>
          <HeadCell numeric className="lg:pr-11">
            Sum
          </HeadCell>
          <HeadCell>Order and customer</HeadCell>
          <HeadCell>Asked by</HeadCell>
          <HeadCell>Age</HeadCell>
          <HeadCell className="lg:pr-5">Last and next look</HeadCell>
        </Row>
      </Head>
      <Body className="max-lg:block">
        {rows.map((row) => (
          <OpenRow key={row.operation.id} row={row} mayDecide={mayDecide} now={now} />
        ))}
      </Body>
    </Table>
  )
}
