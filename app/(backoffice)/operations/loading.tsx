import { useTranslations } from 'next-intl'
import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function OperationsLoading() {
  const t = useTranslations('operations')
  return <PageSkeleton label={t('reading')} blocks={['h-32', 'h-96']} />
}
