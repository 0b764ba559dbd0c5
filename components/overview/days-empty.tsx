import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { NothingYet } from './nothing-yet'

/** In place of the charts, where nothing moved. */
export function DaysEmpty({ days }: { readonly days: number }) {
  const t = useTranslations('overview.days')
  return (
    <Card id="days" title={t('titleEmpty', { count: days })}>
      <NothingYet>{t('empty')}</NothingYet>
    </Card>
  )
}
