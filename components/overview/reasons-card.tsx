import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { NothingYet } from './days-empty'
import type { ReasonRow } from './reason-rows'
import { reasonName } from '@/lib/i18n/describe-status-detail'
import { ShareTable } from './share-table'

interface Props {
  readonly rows: readonly ReasonRow[]
  /** The number of days that the figures cover. */
  readonly days: number
}

/** Refunds by reason. */
export function ReasonsCard({ rows, days }: Props) {
  const t = useTranslations('overview.reasons')
  const texts = useTranslations()
  return (
    <Card id="reasons" title={t('title', { count: days })}>
      {rows.length === 0 ? (
        <NothingYet>{t('empty')}</NothingYet>
      ) : (
        <ShareTable
          caption={t('caption')}
          columns={{ name: t('columns.reason'), count: t('columns.count'), sum: t('columns.sum') }}
          rows={rows.map(({ code, ...row }) => ({
            ...row,
            key: code,
            name: reasonName(texts, code),
            fill: 'fill-back',
          }))}
        />
      )}
    </Card>
  )
}
