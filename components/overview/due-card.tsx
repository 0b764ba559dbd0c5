import Link from 'next/link'
import { useWording } from '@/components/i18n/use-wording'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { DueSum } from '@/lib/domain/overview'
import { dueRows, type DueRow } from './due-rows'
import { NothingYet } from './nothing-yet'
import { ShareBar } from './share-bar'

/** What is still held, by how soon it must be captured. */
export function DueCard({ sums }: { readonly sums: readonly DueSum[] }) {
  const { t } = useWording('overview')
  const rows = dueRows(sums)
  const most = Math.max(...rows.map(({ count }) => count))
  return (
    <Card
      id="to-capture"
      title={t('due.title')}
      aside={
        rows.length > 0 && (
          <Link
            href="/transactions?view=to-capture"
            prefetch={false}
            className="text-accent-ink text-sm font-medium hover:underline"
          >
            {t('due.show')}
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <NothingYet>{t('due.empty')}</NothingYet>
      ) : (
        <Table>
          <caption className="sr-only">{t('due.caption')}</caption>
          <Head>
            <Row>
              <HeadCell className="pl-5">{t('due.columns.due')}</HeadCell>
              <HeadCell numeric>{t('due.columns.count')}</HeadCell>
              <HeadCell numeric className="pr-5">
                {t('due.columns.held')}
              </HeadCell>
            </Row>
          </Head>
          <Body>
            {rows.map((row) => (
              <DueLine key={row.due} row={row} most={most} />
            ))}
          </Body>
        </Table>
      )}
    </Card>
  )
}

function DueLine({ row: { due, count, sums }, most }: { row: DueRow; most: number }) {
  const { t, formats } = useWording('overview')
  const isLate = due === 'passed'
  return (
    <Row className="border-line border-t align-top">
      <Cell className="w-1/2 min-w-32 pl-5">
        <span className="text-ink flex items-start gap-1.5 font-medium">
          {isLate && <Icon name="warning" className="text-warn-ink mt-0.5" />}
          {t(`due.names.${due}`)}
        </span>
        <ShareBar share={count / most} className={isLate ? 'fill-warn' : 'fill-held'} />
      </Cell>
      <Cell numeric>{formats.count(count)}</Cell>
      <Cell numeric className="pr-5">
        {sums.map(({ currency, heldMinor }) => (
          <span key={currency} className="block">
            {formats.money(heldMinor, currency)}
          </span>
        ))}
      </Cell>
    </Row>
  )
}
