import { useFormats } from '@/components/i18n/use-wording'

interface Props {
  readonly at: Date
  readonly children: string
  readonly className?: string
}

/** A point in time in short words; the exact one on hover. */
export function Moment({ at, children, className }: Props) {
  const { exact } = useFormats()
  return (
    <time dateTime={at.toISOString()} title={exact(at)} className={className}>
      {children}
    </time>
  )
}
