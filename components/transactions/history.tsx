import { Card } from '@/components/ui/card'
import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { formatWeekday } from '@/lib/format/dates'
import { historyDays, historyEntries, type HistoryEntry } from './history-entries'
import { HistoryRow } from './history-row'

const FRESH_MS = 20_000

interface Props {
  readonly transaction: TransactionView
  readonly now: Date
}

/** Who did what with this payment, here and elsewhere, newest first. */
export function History({ transaction, now }: Props) {
  const fresh = new Set(
    transaction.operations
      .filter(
        ({ state, settledAt }) =>
          state === 'succeeded' &&
          settledAt !== null &&
          now.getTime() - settledAt.getTime() < FRESH_MS,
      )
      .map((operation) => operation.id),
  )
  const isFresh = ({ operationId }: HistoryEntry) => operationId !== null && fresh.has(operationId)
  return (
    <Card id="history" title="History">
      <Table className="max-md:block">
        <caption className="sr-only">What happened to this payment, newest first</caption>
        <Head className="max-md:sr-only">
          <Row>
            <HeadCell className="w-16 pl-5">Time</HeadCell>
            <HeadCell>What</HeadCell>
            <HeadCell>Who</HeadCell>
            <HeadCell>Provider reference</HeadCell>
            <HeadCell numeric className="pr-5">
              Amount
            </HeadCell>
          </Row>
        </Head>
        {historyDays(historyEntries(transaction)).map(({ key, entries }) => (
          <Body key={key} className="max-md:block">
            {entries.slice(0, 1).map((first) => (
              <Row key={key} className="max-md:block">
                <th
                  role="rowheader"
                  scope="rowgroup"
                  colSpan={5}
                  className="border-line bg-sunken/60 text-ink-soft border-y px-5 py-1.5 text-left text-xs font-medium max-md:block"
                >
                  {formatWeekday(first.at)}
                </th>
              </Row>
            ))}
            {entries.map((entry) => (
              <HistoryRow
                key={entry.id}
                entry={entry}
                transaction={transaction}
                fresh={isFresh(entry)}
              />
            ))}
          </Body>
        ))}
      </Table>
    </Card>
  )
}
