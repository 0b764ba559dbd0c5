import { Card } from '@/components/ui/card'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { OperationStory } from '@/lib/domain/operation-story'
import { formatDateTime } from '@/lib/format/dates'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { formatMoney } from '@/lib/format/money'
import { isUnchanged, totalsChanges } from './totals-changes'

/** The payment before the operation was sent, and as the provider shows it now. */
export function TotalsCard({ story }: { readonly story: OperationStory }) {
  const { totalsBefore, totalsNow, readAt, provider, operation } = story
  const { currency } = operation
  const changes = totalsChanges(totalsBefore, totalsNow)
  const providerName = PROVIDER_LABELS[provider]
  return (
    <Card id="totals" title={`What ${providerName} shows`}>
      <p className="text-ink-soft px-5 pb-3 text-sm text-pretty">
        {isUnchanged(changes)
          ? `The figures have not changed since this was asked for.`
          : `The figures have changed since this was asked for.`}{' '}
        Last read on {formatDateTime(readAt)}.
      </p>
      <Table>
        <caption className="sr-only">The payment before this operation and now</caption>
        <Head className="border-line border-y">
          <Row>
            <HeadCell className="pl-5">Total</HeadCell>
            <HeadCell numeric>Before sending</HeadCell>
            <HeadCell numeric className="max-sm:pr-5">
              Now
            </HeadCell>
            <HeadCell numeric className="pr-5 max-sm:hidden">
              Change
            </HeadCell>
          </Row>
        </Head>
        <Body>
          {changes.map(({ name, beforeMinor, nowMinor, changeMinor }) => (
            <Row key={name} className="border-line border-b last:border-b-0">
              <th
                role="rowheader"
                scope="row"
                className="text-ink-soft py-2.5 pl-5 text-left font-normal"
              >
                {name}
              </th>
              <Cell numeric className="text-ink-soft">
                {formatMoney(beforeMinor, currency)}
              </Cell>
              <Cell numeric className="text-ink font-medium max-sm:pr-5">
                {formatMoney(nowMinor, currency)}
                {changeMinor !== 0 && (
                  <span className="block text-xs sm:hidden">{signed(changeMinor, currency)}</span>
                )}
              </Cell>
              <Cell numeric className="pr-5 max-sm:hidden">
                {changeMinor === 0 ? (
                  <span className="text-ink-faint">no change</span>
                ) : (
                  <span className="font-medium">{signed(changeMinor, currency)}</span>
                )}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  )
}

function signed(amountMinor: number, currency: string): string {
  return `${amountMinor > 0 ? '+' : ''}${formatMoney(amountMinor, currency)}`
}
