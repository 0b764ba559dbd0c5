import { cn } from '@/components/ui/cn'

interface Props {
  /** The thing being read, in words. */
  readonly label: string
  /** Heights of the blocks of the coming page. */
  readonly blocks: readonly string[]
}

/**
 * Placeholder of a page that is being read. It appears after a delay, so that a fast page does not
 * flash.
 */
export function PageSkeleton({ label, blocks }: Props) {
  return (
    <div className="appear-late pt-6">
      <div role="status" className="sr-only">
        <h1>{label}</h1>
      </div>
      <div aria-hidden="true" className="grid gap-4">
        <Block className="h-8 w-48" />
        {blocks.map((height, position) => (
          <Block key={position} className={height} />
        ))}
      </div>
    </div>
  )
}

function Block({ className }: { readonly className: string }) {
  return (
    <div
      className={cn('rounded-card bg-sunken animate-pulse motion-reduce:animate-none', className)}
    />
  )
}
