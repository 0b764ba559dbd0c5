import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listHref, type ListQuery, type View } from './list-query'
import { VIEW_LABELS } from './list-views'

const NOTHING: Readonly<Record<View, { readonly title: string; readonly text: string }>> = {
  'to-capture': {
    title: 'Nothing to capture',
    text: 'Payments that hold money for you show up here, until it is captured or released.',
  },
  attention: {
    title: 'Nothing needs attention',
    text: 'Payments that failed, are on hold, or whose state nobody knows show up here.',
  },
  captured: {
    title: 'Nothing captured yet',
    text: 'Payments show up here once all that was authorized is captured.',
  },
  refunded: {
    title: 'Nothing refunded yet',
    text: 'Payments show up here once something was paid back to the customer.',
  },
  all: {
    title: 'No transactions yet',
    text: 'They show up here as soon as they are read from a connected payment provider.',
  },
}

const QUIET = buttonStyle({ tone: 'secondary' })

/** Why the list is empty, and the next wider place to look. */
export function ListEmpty({ query }: { readonly query: ListQuery }) {
  const { view, statuses, search, after } = query
  if (after !== null) {
    return (
      <EmptyState
        icon="search"
        title="Nothing after this point"
        action={<ToList href={listHref(query)}>Go to the first page</ToList>}
      >
        The list has changed since this address was made.
      </EmptyState>
    )
  }
  if (search !== null) {
    const wider =
      view === 'all' ? null : (
        <ToList href={listHref(query, { view: 'all', statuses: [] })}>
          Search all transactions
        </ToList>
      )
    return (
      <EmptyState icon="search" title={`No match for “${search}”`} action={wider}>
        {view !== 'all' && `Only “${VIEW_LABELS[view]}” was searched. `}
        Try an order reference, a name, an e-mail address, an amount such as 1 249,00, or the
        provider’s payment id.
      </EmptyState>
    )
  }
  if (statuses.length > 0) {
    return (
      <EmptyState
        icon="search"
        title="No payment with this status"
        action={<ToList href={listHref(query, { statuses: [] })}>Show every status</ToList>}
      >
        The chosen status leaves nothing of “{VIEW_LABELS[view]}”.
      </EmptyState>
    )
  }
  const { title, text } = NOTHING[view]
  const all =
    view === 'all' ? null : (
      <ToList href={listHref(query, { view: 'all' })}>See all transactions</ToList>
    )
  return (
    <EmptyState icon={view === 'all' ? 'invoice' : 'check'} title={title} action={all}>
      {text}
    </EmptyState>
  )
}

function ToList({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link href={href} className={QUIET}>
      {children}
    </Link>
  )
}
