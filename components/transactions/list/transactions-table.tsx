import { useTranslations } from 'next-intl'
import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { Role } from '@/lib/domain/access/permission'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { TransactionRow } from './transaction-row'

interface Props {
  readonly rows: readonly TransactionListRow[]
  /** The latest refusals by payment, where the payments are listed because of them. */
  readonly refusals: ReadonlyMap<string, OperationKind>
  /** The name of the table for screen readers. */
  readonly caption: string
  readonly now: Date
  /** The reader, whose likely next action a row offers. */
  readonly role: Role
}

export function TransactionsTable({ rows, refusals, caption, now, role }: Props) {
  const t = useTranslations('transactions.table')
  return (
    <Table className="max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <Head className="max-lg:sr-only">
        <Row className="lg:[&>th]:px-1.5 xl:[&>th]:px-2">
          <HeadCell className="lg:pl-5!">{t('captureBy')}</HeadCell>
          <HeadCell>{t('order')}</HeadCell>
          <HeadCell>{t('status')}</HeadCell>
          <HeadCell>{t('method')}</HeadCell>
          <HeadCell numeric className="lg:pr-9.5! xl:pr-10!">
            {t('authorized')}
          </HeadCell>
          <HeadCell numeric className="lg:pr-9.5! xl:pr-10!">
            {t('captured')}
          </HeadCell>
          <HeadCell numeric className="lg:pr-9.5! lg:max-xl:hidden xl:pr-10!">
            {t('refunded')}
          </HeadCell>
          <HeadCell numeric className="lg:pr-9.5! xl:pr-10!">
            {t('held')}
          </HeadCell>
          <HeadCell numeric className="lg:pr-5! lg:max-xl:hidden">
            {t('created')}
          </HeadCell>
        </Row>
      </Head>
      <Body className="max-lg:block">
        {rows.map((row) => (
          <TransactionRow
            key={row.id}
            row={row}
            refused={refusals.get(row.id) ?? null}
            now={now}
            role={role}
          />
        ))}
      </Body>
    </Table>
  )
}
