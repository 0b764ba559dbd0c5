import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'

/** In place of the charts, where nothing moved. */
export function DaysEmpty({ days }: { readonly days: number }) {
  const t = useTranslations('overview.days')
  return (
    <Card id="days" title={t('titleEmpty', { count: days })}>
      <NothingYet>{t('empty')}</NothingYet>
    </Card>
  )
}

/** The text of a card without figures. */
export function NothingYet({ children }: { readonly children: string }) {
  return <p className="text-ink-soft px-5 pt-1 pb-6 text-sm">{children}</p>
}
