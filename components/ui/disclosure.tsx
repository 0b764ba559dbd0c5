'use client'

import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { buttonStyle } from './button'
import { cn } from './cn'
import { Icon } from './icon'

interface Props {
  readonly label: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/**
 * A button that shows and hides what belongs to it, also without script. Escape, leaving and
 * following a link close it; with Escape the button has the focus afterwards.
 */
export function Disclosure({ label, children, className }: Props) {
  const root = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const leave = (event: Event) => {
      const { current } = root
      if (current?.open && event.target instanceof Node && !current.contains(event.target)) {
        current.open = false
      }
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || root.current?.open !== true) return
    root.current.open = false
    root.current.querySelector('summary')?.focus()
  }

  const onClick = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('a') && root.current) root.current.open = false
  }

  return (
    // It may be opened before the script is there; then it stays open.
    <details
      ref={root}
      suppressHydrationWarning
      onKeyDown={onKeyDown}
      onClick={onClick}
      className="group/disclosure relative"
    >
      <summary
        className={cn(
          buttonStyle({ size: 'small' }),
          'list-none [&::-webkit-details-marker]:hidden',
        )}
      >
        {label}
        <Icon
          name="chevron"
          className="-mr-1 size-3.5 rotate-90 transition-transform group-open/disclosure:-rotate-90"
        />
      </summary>
      <div
        className={cn(
          'border-line bg-surface rounded-card shadow-dialog absolute right-0 z-30 mt-1.5 w-80 max-w-[calc(100vw-2rem)] border p-4 max-sm:fixed max-sm:inset-x-4 max-sm:max-h-[60dvh] max-sm:w-auto max-sm:overflow-y-auto',
          className,
        )}
      >
        {children}
      </div>
    </details>
  )
}
