import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

interface Props {
  /** The name of the page for screen readers. */
  readonly heading: string
  readonly title: string
  /** The likely reason that it is missing, and how to find it. */
  readonly children: string
  readonly wayOut: { readonly href: string; readonly text: string }
}

/** The page for an address at which nothing exists. */
export function NothingHere({ heading, title, children, wayOut }: Props) {
  return (
    <div className="border-line bg-surface rounded-card shadow-card mt-6 border">
      <h1 className="sr-only">{heading}</h1>
      <EmptyState
        icon="search"
        title={title}
        action={
          <Link href={wayOut.href} className={buttonStyle()}>
            {wayOut.text}
          </Link>
        }
      >
        {children}
      </EmptyState>
    </div>
  )
}
