import { useTranslations } from 'next-intl'
import { Amount } from '@/components/transactions/shared/amount'
import { Card } from '@/components/ui/card'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import { restOfOrder, untiedAmounts } from '@/lib/domain/rules/item-progress'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { OrderItemRow, UntiedRow } from './order-item-row'

interface Props {
  readonly transaction: Pick<TransactionView, 'items' | 'currency' | 'totals'>
}

/** The order line by line, with the captured and refunded part of each. */
export function OrderItems({ transaction: { items, currency, totals } }: Props) {
  const t = useTranslations('payment.items')
  if (items.length === 0) {
    return (
      <Card id="order-items" title={t('title')}>
        <p className="text-ink-soft px-5 pb-5 text-sm">{t('none')}</p>
      </Card>
    )
  }
  const orderedMinor = items.reduce((sum, { item }) => sum + item.amountMinor, 0)
  const untied = untiedAmounts(items, totals)
  const rest = restOfOrder(totals)
  return (
    <Card id="order-items" title={t('title')}>
      <Table className="max-md:block">
        <caption className="sr-only">{t('caption')}</caption>
        <Head className="max-md:sr-only">
          <Row className="border-line border-b">
            <HeadCell className="pl-5">{t('item')}</HeadCell>
            <HeadCell numeric className="pr-11">
              {t('ordered')}
            </HeadCell>
            <HeadCell numeric className="pr-11">
              {t('captured')}
            </HeadCell>
            <HeadCell numeric className="pr-11">
              {t('refunded')}
            </HeadCell>
            <HeadCell numeric className="pr-13">
              {t('left')}
            </HeadCell>
          </Row>
        </Head>
        <Body className="max-md:block">
          {items.map((progress, position) => (
            <OrderItemRow
              key={`${progress.item.lineId} ${position}`}
              progress={progress}
              currency={currency}
              rest={rest}
            />
          ))}
          {(untied.capturedMinor !== 0 || untied.refundedMinor !== 0) && (
            <UntiedRow untied={untied} currency={currency} rest={rest} />
          )}
        </Body>
        <tfoot role="rowgroup" className="max-md:block">
          <Row className="border-line-strong border-t font-medium max-md:flex max-md:justify-between max-md:px-5 max-md:py-3">
            <th role="rowheader" scope="row" className="py-3 pl-5 text-left font-medium max-md:p-0">
              {t('total')}
            </th>
            <Cell numeric className="max-md:p-0">
              <Amount amountMinor={orderedMinor} currency={currency} />
            </Cell>
            <Cell numeric className="max-md:hidden">
              <Amount amountMinor={totals.capturedMinor} currency={currency} />
            </Cell>
            <Cell numeric className="max-md:hidden">
              <Amount amountMinor={totals.refundedMinor} currency={currency} />
            </Cell>
            <Cell numeric className="pr-5 max-md:hidden">
              {rest === 'held' || orderedMinor === totals.capturedMinor ? (
                <Amount amountMinor={orderedMinor - totals.capturedMinor} currency={currency} />
              ) : (
                <span className="text-ink-soft mr-8 text-xs font-normal">
                  {rest === 'released' ? t('released') : '–'}
                </span>
              )}
            </Cell>
          </Row>
        </tfoot>
      </Table>
    </Card>
  )
}
