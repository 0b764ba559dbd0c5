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
    <input
      type="checkbox"
      autoComplete="off"
      data-tick={id ?? 'all'}
      aria-label={label}
      aria-describedby={describedBy}
      className="tick"
    />
  )
}
