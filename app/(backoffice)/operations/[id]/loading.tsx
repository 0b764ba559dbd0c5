import { useTranslations } from 'next-intl'
import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function OperationLoading() {
  const t = useTranslations('operationDetail')
  return <PageSkeleton label={t('reading')} blocks={['h-64', 'h-64']} />
}
