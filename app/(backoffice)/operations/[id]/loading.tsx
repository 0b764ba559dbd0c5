import { PageSkeleton } from '@/components/operations/page-skeleton'

export default function OperationLoading() {
  return <PageSkeleton label="Reading the operation" blocks={['h-64', 'h-64']} />
}
