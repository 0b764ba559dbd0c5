import { PageSkeleton } from '@/components/operations/page-skeleton'

export default function OperationsLoading() {
  return <PageSkeleton label="Reading the open operations" blocks={['h-32', 'h-96']} />
}
