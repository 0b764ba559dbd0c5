import { useTranslations } from 'next-intl'
import { NothingHere } from '@/components/shell/nothing-here'

export default function TransactionNotFound() {
  const t = useTranslations('payment.notFound')
  return (
    <NothingHere
      heading={t('heading')}
      title={t('title')}
      wayOut={{ href: '/transactions', text: t('action') }}
    >
      {t('text')}
    </NothingHere>
  )
}
