import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  readonly note: string
}

/**
 * A short note on hover, and while the table row that it is in has the focus, without script. It is
 * also in the text for screen readers, and narrow screens, which have no hover, do without it.
 */
export function Tooltip({ children, note }: Props) {
  return (
    <span className="group/tip relative inline-flex">
      {children}
      <span className="sr-only">{` (${note})`}</span>
      <span
        aria-hidden="true"
        className="bg-ink text-canvas shadow-dialog pointer-events-none invisible absolute bottom-full left-0 z-30 mb-1.5 w-max max-w-64 rounded-md px-2 py-1 text-left text-xs font-normal whitespace-normal opacity-0 transition-opacity delay-150 group-hover/tip:visible group-hover/tip:opacity-100 group-has-focus-visible/row:visible group-has-focus-visible/row:opacity-100 max-lg:hidden"
      >
        {note}
      </span>
    </span>
  )
}
