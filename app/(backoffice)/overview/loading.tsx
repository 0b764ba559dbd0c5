import { useTranslations } from 'next-intl'
import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function OverviewLoading() {
  const t = useTranslations('overview')
  return <PageSkeleton label={t('reading')} blocks={['h-80', 'h-64', 'h-64']} />
}
