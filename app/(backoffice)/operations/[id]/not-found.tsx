import { useTranslations } from 'next-intl'
import { NothingHere } from '@/components/shell/nothing-here'

export default function OperationNotFound() {
  const t = useTranslations('operationDetail.notFound')
  return (
    <NothingHere
      heading={t('heading')}
      title={t('title')}
      wayOut={{ href: '/operations', text: t('seeOpen') }}
    >
      {t('meaning')}
    </NothingHere>
  )
}
