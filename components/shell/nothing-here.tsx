import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

interface Props {
  /** What screen readers hear as the name of the page. */
  readonly heading: string
  readonly title: string
  /** Why it may be missing, and how to find it. */
  readonly children: string
  readonly wayOut: { readonly href: string; readonly text: string }
}

/** What stands at the address of something that is not there. */
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
