import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function TransactionNotFound() {
  return (
    <div className="border-line bg-surface rounded-card shadow-card mt-6 border">
      <h1 className="sr-only">Payment not found</h1>
      <EmptyState
        icon="search"
        title="There is no such payment"
        action={
          <Link href="/transactions" className={buttonStyle()}>
            Search the transactions
          </Link>
        }
      >
        The address may be mistyped, or it belongs to an account that is not connected here. An
        order reference or a provider’s payment id can be searched for.
      </EmptyState>
    </div>
  )
}
