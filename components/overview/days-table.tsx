import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import { useI18n } from '@/lib/i18n/use-i18n'
import { useDayName, type CurrencyDays } from './days'

interface Props {
  readonly figures: CurrencyDays
  readonly now: Date
}

/** The figures of the chart, the newest day first. */
export function DaysTable({ figures: { currency, days }, now }: Props) {
  const { t, formats } = useI18n('overview')
  const dayName = useDayName(now)
  return (
    <Table>
      <caption className="sr-only">{t('days.caption', { currency })}</caption>
      <Head>
        <Row>
          <HeadCell className="pl-5">{t('days.day')}</HeadCell>
          <HeadCell numeric>{t('days.captured')}</HeadCell>
          <HeadCell numeric className="pr-5">
            {t('days.refunded')}
          </HeadCell>
        </Row>
      </Head>
      <Body>
        {days.toReversed().map(({ day, capturedMinor, refundedMinor }) => (
          <Row key={day} className="border-line border-t">
            <Cell className="pl-5 whitespace-nowrap">{dayName(day)}</Cell>
            <Cell numeric>{formats.money(capturedMinor, currency)}</Cell>
            <Cell numeric className="pr-5">
              {formats.money(refundedMinor, currency)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
