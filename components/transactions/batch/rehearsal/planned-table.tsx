import { Sums } from '@/components/transactions/shared/sums'
import { useTranslations } from 'next-intl'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { BatchView } from '@/lib/domain/batch/batch'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { countPlanned, sumsByCurrency } from '@/lib/i18n/describe-batch'
import { useFormats } from '@/lib/i18n/use-i18n'

/** The planned sums by provider and currency, and together. */
export function PlannedTable({ planned }: Pick<BatchView, 'planned'>) {
  const t = useTranslations('batchRehearsal.start')
  const formats = useFormats()
  const totals = sumsByCurrency(planned)
  return (
    <Table>
      <caption className="sr-only">{t('caption')}</caption>
      <Head>
        <Row>
          <HeadCell className="pl-0">{t('provider')}</HeadCell>
          <HeadCell numeric>{t('rows')}</HeadCell>
          <HeadCell numeric className="pr-0">
            {t('sum')}
          </HeadCell>
        </Row>
      </Head>
      <Body>
        {planned.map(({ provider, currency, rows, amountMinor }) => (
          <Row key={`${provider} ${currency}`} className="border-line border-t">
            <Cell className="py-1.5 pl-0">{PROVIDER_LABELS[provider]}</Cell>
            <Cell numeric className="py-1.5 tabular-nums">
              {formats.count(rows)}
            </Cell>
            <Cell numeric className="py-1.5 pr-0 tabular-nums">
              {formats.money(amountMinor, currency)}
            </Cell>
          </Row>
        ))}
        {planned.length > 1 && (
          <Row className="border-line-strong border-t font-semibold">
            <Cell className="py-1.5 pl-0 align-top">{t('total')}</Cell>
            <Cell numeric className="py-1.5 align-top tabular-nums">
              {formats.count(countPlanned(planned))}
            </Cell>
            <Cell numeric className="py-1.5 pr-0 tabular-nums">
              <Sums sums={totals} />
            </Cell>
          </Row>
        )}
      </Body>
    </Table>
  )
}
