import { useWording } from '@/components/i18n/use-wording'
import { Card } from '@/components/ui/card'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import { NothingYet } from './nothing-yet'
import type { ReasonRow } from './reason-rows'
import { ShareBar } from './share-bar'

interface Props {
  readonly rows: readonly ReasonRow[]
  /** How many days the figures are about. */
  readonly days: number
}

/** Why money was given back. */
export function ReasonsCard({ rows, days }: Props) {
  const { t } = useWording('overview')
  const most = rows[0]?.count ?? 1
  return (
    <Card id="reasons" title={t('reasons.title', { count: days })}>
      {rows.length === 0 ? (
        <NothingYet>{t('reasons.empty')}</NothingYet>
      ) : (
        <Table>
          <caption className="sr-only">{t('reasons.caption')}</caption>
          <Head>
            <Row>
              <HeadCell className="pl-5">{t('reasons.columns.reason')}</HeadCell>
              <HeadCell numeric>{t('reasons.columns.count')}</HeadCell>
              <HeadCell numeric className="pr-5">
                {t('reasons.columns.sum')}
              </HeadCell>
            </Row>
          </Head>
          <Body>
            {rows.map((row) => (
              <ReasonLine key={row.code} row={row} most={most} />
            ))}
          </Body>
        </Table>
      )}
    </Card>
  )
}

function ReasonLine({ row: { code, count, sums }, most }: { row: ReasonRow; most: number }) {
  const { t, formats } = useWording()
  return (
    <Row className="border-line border-t align-top">
      <Cell className="w-1/2 pl-5">
        <span className="text-ink font-medium">{t(`reasons.${code}`)}</span>
        <ShareBar share={count / most} className="fill-back" />
      </Cell>
      <Cell numeric>{formats.count(count)}</Cell>
      <Cell numeric className="pr-5">
        {sums.map(({ currency, amountMinor }) => (
          <span key={currency} className="block">
            {formats.money(amountMinor, currency)}
          </span>
        ))}
      </Cell>
    </Row>
  )
}
