import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function OperationNotFound() {
  return (
    <div className="border-line bg-surface rounded-card shadow-card mt-6 border">
      <h1 className="sr-only">Operation not found</h1>
      <EmptyState
        icon="search"
        title="There is no such operation"
        action={
          <Link href="/operations" className={buttonStyle()}>
            See what is open
          </Link>
        }
      >
        The address may be mistyped. Settled operations stand in the history of their payment.
      </EmptyState>
    </div>
  )
}
