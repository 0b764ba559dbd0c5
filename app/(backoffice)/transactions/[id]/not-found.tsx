import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function TransactionNotFound() {
  const t = useTranslations('payment.notFound')
  return (
    <div className="border-line bg-surface rounded-card shadow-card mt-6 border">
      <h1 className="sr-only">{t('heading')}</h1>
      <EmptyState
        icon="search"
        title={t('title')}
        action={
          <Link href="/transactions" className={buttonStyle()}>
            {t('action')}
          </Link>
        }
      >
        {t('text')}
      </EmptyState>
    </div>
  )
}
