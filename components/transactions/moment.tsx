import { formatExact } from '@/lib/format/dates'

interface Props {
  readonly at: Date
  readonly children: string
  readonly className?: string
}

/** A point in time in short words; the exact one on hover. */
export function Moment({ at, children, className }: Props) {
  return (
    <time dateTime={at.toISOString()} title={formatExact(at)} className={className}>
      {children}
    </time>
  )
}
