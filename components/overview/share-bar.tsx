interface Props {
  /** From 0 to 1; the figure itself is shown beside it. */
  readonly share: number
  /** The colour, as `fill-…`. */
  readonly className: string
}

/** A bar that shows a value relative to the largest of its kind. */
export function ShareBar({ share, className }: Props) {
  return (
    <svg
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="bg-sunken keep-colour mt-1.5 h-1.5 w-full max-w-64 rounded-full"
    >
      <rect width={Math.max(share * 100, 1)} height="1" className={className} />
    </svg>
  )
}
