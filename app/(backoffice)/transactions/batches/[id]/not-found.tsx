import { useTranslations } from 'next-intl'
import { NothingHere } from '@/components/shell/nothing-here'

export default function BatchNotFound() {
  const t = useTranslations('batches.notFound')
  return (
    <NothingHere
      heading={t('heading')}
      title={t('title')}
      wayOut={{ href: '/transactions/batches', text: t('toBatches') }}
    >
      {t('meaning')}
    </NothingHere>
  )
}
