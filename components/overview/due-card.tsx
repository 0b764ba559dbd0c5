import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import type { Due, DueSum } from '@/lib/domain/listing/due'
import { EVERYTHING } from '@/lib/domain/listing/list-filter'
import { listHref } from '@/lib/domain/listing/list-query'
import { NothingYet } from './days-empty'
import { dueRows } from './due-rows'
import { ShareTable } from './share-table'

/** The amounts still held, grouped by the time left to capture them. */
export function DueCard({ sums }: { readonly sums: readonly DueSum[] }) {
  const t = useTranslations('overview.due')
  const rows = dueRows(sums)
  return (
    <Card
      id="to-capture"
      title={t('title')}
      aside={
        rows.length > 0 && (
          <Link
            href="/transactions?view=to-capture"
            prefetch={false}
            className="text-accent-ink text-sm font-medium hover:underline"
          >
            {t('show')}
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <NothingYet>{t('empty')}</NothingYet>
      ) : (
        <ShareTable
          caption={t('caption')}
          columns={{ name: t('columns.due'), count: t('columns.count'), sum: t('columns.held') }}
          rows={rows.map(({ due, ...row }) => ({
            ...row,
            key: due,
            name: (
              <>
                {due === 'passed' && <Icon name="warning" className="text-warn-ink mt-0.5" />}
                <Link
                  href={dueHref(due)}
                  prefetch={false}
                  className="text-accent-ink hover:underline"
                >
                  {t(`names.${due}`)}
                </Link>
              </>
            ),
            fill: due === 'passed' ? 'fill-warn' : 'fill-held',
          }))}
        />
      )}
    </Card>
  )
}

/** The list of exactly the payments that a row counts. */
function dueHref(due: Due): string {
  const view = due === 'unknown' ? 'to-capture' : 'expiring'
  return listHref({ ...EVERYTHING, after: null, view, due })
}
