import { useTranslations } from 'next-intl'
import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import { RowTick } from '@/components/transactions/select/row-tick'
import type { ListQuery } from '@/lib/domain/listing/list-query'
import type { ListSections, RowGroup } from './due-sections'
import { PaymentRows } from './payment-rows'
import type { RowData } from './row-data'
import { SectionHeading } from './section-heading'
import { SortHead } from './sort-head'

/** Columns of the table, shown or not, without the one of the ticks. */
const COLUMNS = 9

const TICK_HINT = 'tick-hint'

interface Props {
  readonly query: ListQuery
  /** The rows by section. */
  readonly groups: readonly RowGroup<RowData>[]
  /** The sections that the rows stand in; null where there are none. */
  readonly sections: ListSections | null
  /** The name of the table for screen readers. */
  readonly caption: string
  readonly now: Date
  /** True where rows can be selected; the table then stands in a `RowSelection`. */
  readonly hasTicks: boolean
}

export function TransactionsTable(props: Props) {
  const { query, groups, sections, caption, now, hasTicks } = props
  const t = useTranslations('transactions.table')
  const bar = useTranslations('batchBar')
  return (
    <Table className="max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <Head className="max-lg:sr-only">
        <Row className="lg:[&>th]:px-1.5 xl:[&>th]:px-2">
          {hasTicks && (
            <HeadCell className="w-9 py-0! max-lg:hidden lg:pr-0! lg:pl-3!">
              <RowTick id={null} label={bar('tickAll')} describedBy={TICK_HINT} />
              <span id={TICK_HINT} hidden>
                {bar('hint')}
              </span>
            </HeadCell>
          )}
          <SortHead
            query={query}
            sort="deadline"
            name={t('captureBy')}
            className={hasTicks ? undefined : 'lg:pl-5!'}
          />
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
          <SortHead
            query={query}
            sort="newest"
            name={t('created')}
            numeric
            className="lg:pr-5! lg:max-xl:hidden"
          />
        </Row>
      </Head>
      {groups.map(({ due, rows }) => (
        <Body key={due} className="max-lg:block">
          {due !== null && sections !== null && (
            <SectionHeading
              due={due}
              sections={sections}
              columns={hasTicks ? COLUMNS + 1 : COLUMNS}
            />
          )}
          <PaymentRows rows={rows} now={now} tickHint={hasTicks ? TICK_HINT : null} />
        </Body>
      ))}
    </Table>
  )
}
