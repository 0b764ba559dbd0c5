import { useTranslations } from 'next-intl'
import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { OpenOperationRow } from '@/lib/domain/view/operation-detail'
import { OpenRow } from './open-row'

interface Props {
  readonly rows: readonly OpenOperationRow[]
  readonly mayDecide: boolean
  readonly now: Date
}

/** The open operations; on a phone each is a card. */
export function OpenTable({ rows, mayDecide, now }: Props) {
  const t = useTranslations('operations.table')
  return (
    <Table className="max-lg:block">
      <caption className="sr-only">{t('caption')}</caption>
      <Head className="max-lg:sr-only">
        <Row>
          <HeadCell className="lg:pl-5">{t('state')}</HeadCell>
          <HeadCell>{t('what')}</HeadCell>
          <HeadCell numeric className="lg:pr-11">
            {t('sum')}
          </HeadCell>
          <HeadCell>{t('order')}</HeadCell>
          <HeadCell>{t('requestedBy')}</HeadCell>
          <HeadCell>{t('age')}</HeadCell>
          <HeadCell className="lg:pr-5">{t('checks')}</HeadCell>
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
