import { Icon } from '@/components/ui/icon'

interface Props {
  /** The id of the payment; null for the tick of all rows. */
  readonly id: string | null
  readonly label: string
  /** The id of the text that says what else the keys do. */
  readonly describedBy: string
}

/**
 * The tick of a row without any script of its own: the selection around the list listens to all of
 * them. Its place is larger than what is drawn, for fingers.
 */
export function RowTick({ id, label, describedBy }: Props) {
  return (
    <span className="relative z-10 inline-grid size-9 place-items-center align-middle">
      <input
        type="checkbox"
        autoComplete="off"
        data-tick={id ?? 'all'}
        aria-label={label}
        aria-describedby={describedBy}
        className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-md outline-none"
      />
      <span
        aria-hidden="true"
        className="border-field-line bg-surface peer-hover:border-ink-faint peer-checked:border-accent peer-checked:bg-accent peer-indeterminate:border-accent peer-indeterminate:bg-accent pointer-events-none size-4.5 rounded border transition-colors peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-(--accent-ink)"
      />
      <Icon
        name="check"
        className="text-on-accent pointer-events-none invisible absolute size-3.5 peer-checked:visible peer-indeterminate:invisible"
      />
      <Icon
        name="minus"
        className="text-on-accent pointer-events-none invisible absolute size-3.5 peer-indeterminate:visible"
      />
    </span>
  )
}
