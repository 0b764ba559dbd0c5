import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { EVERYTHING } from '@/lib/domain/listing/list-filter'
import { listHref } from '@/lib/domain/listing/list-query'
import { addDays } from '@/lib/domain/listing/local-day'
import { REST_AGES, type RestSum } from '@/lib/domain/listing/rest'
import { REST_STATUSES } from '@/lib/domain/payment/transaction'
import { restRows } from './rest-rows'
import { ShareTable } from './share-table'

interface Props {
  readonly sums: readonly RestSum[]
  /** The business day of the figures, such as `2026-09-03`. */
  readonly today: string
}

/** What is still held after part captures, by decision and by the age of the order. */
export function RestCard({ sums, today }: Props) {
  const t = useTranslations('overview.rest')
  const rows = restRows(sums)
  if (rows.length === 0) return null
  return (
    <Card id="rest" title={t('title')}>
      <ShareTable
        caption={t('caption')}
        columns={{ name: t('columns.what'), count: t('columns.count'), sum: t('columns.held') }}
        rows={rows.map(({ rest, age, ...row }) => ({
          ...row,
          key: `${rest} ${age}`,
          name: (
            <Link
              href={restHref(today, rest, age)}
              prefetch={false}
              className="text-accent-ink hover:underline"
            >
              {t(`names.${rest}.${age}`)}
            </Link>
          ),
          fill: rest === 'open' && age === 'older' ? 'fill-warn' : 'fill-held',
        }))}
      />
    </Card>
  )
}

/** The list of exactly the payments that a row counts. */
function restHref(today: string, rest: RestSum['rest'], age: RestSum['age']): string {
  const range = REST_AGES.find((known) => known.age === age)
  if (range === undefined) throw new Error(`there is no age ${age}`)
  return listHref({
    ...EVERYTHING,
    after: null,
    view: 'to-capture',
    statuses: REST_STATUSES,
    rest,
    createdFrom: range.toDays === null ? null : addDays(today, -range.toDays),
    createdTo: range.fromDays === 0 ? null : addDays(today, -range.fromDays),
  })
}
