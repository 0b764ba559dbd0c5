'use client'

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from './button'
import { Icon } from './icon'

export interface MenuItem {
  readonly name: string
  readonly text: string
  /** A line below the name: the effect, or the reason that it can't be done now. */
  readonly note: string
  readonly disabled: boolean
  readonly onPick: () => void
}

interface Props {
  readonly label: ReactNode
  readonly items: readonly MenuItem[]
}

/**
 * A button that opens a list of further buttons. What can't be done stays readable and reachable
 * by keyboard. Arrow keys move, Escape and leaving close; the button has the focus afterwards.
 */
export function Menu({ label, items }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [open])

  const close = () => {
    setOpen(false)
    trigger.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) close()
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    if (open) focusNext(root.current, event.key === 'ArrowDown' ? 1 : -1)
    else setOpen(true)
  }

  return (
    <div ref={root} onKeyDown={onKeyDown} className="relative">
      <Button
        ref={trigger}
        size="large"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="w-full"
      >
        {label}
        <Icon name="chevron" className="-mr-1 rotate-90" />
      </Button>
      {open && (
        <ul
          id={id}
          className="border-line bg-surface rounded-card shadow-dialog enter absolute right-0 z-30 mt-1.5 grid w-80 max-w-[calc(100vw-2rem)] gap-0.5 border p-1.5"
        >
          {items.map((item) => (
            <li
              key={item.name}
              className="[&:hover:not(:has([aria-disabled]))]:bg-sunken rounded-control relative px-3 py-2 text-sm"
            >
              <MenuButton
                item={item}
                onPick={() => {
                  close()
                  item.onPick()
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface MenuButtonProps {
  readonly item: MenuItem
  readonly onPick: () => void
}

function MenuButton({ item, onPick }: MenuButtonProps) {
  const noteId = useId()
  return (
    <>
      <button
        type="button"
        aria-describedby={noteId}
        aria-disabled={item.disabled || undefined}
        onClick={item.disabled ? undefined : onPick}
        className="text-ink aria-disabled:text-ink-faint after:rounded-control block w-full cursor-pointer text-left font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--accent-ink) aria-disabled:cursor-not-allowed"
      >
        {item.text}
      </button>
      <span id={noteId} className="text-ink-soft block text-xs text-pretty">
        {item.note}
      </span>
    </>
  )
}

/** Moves the focus within the list, from the button or between its entries, round and round. */
function focusNext(root: HTMLElement | null, step: 1 | -1): void {
  const buttons = [...(root?.querySelectorAll<HTMLElement>('li > button') ?? [])]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const next = at === -1 && step === -1 ? buttons.length - 1 : at + step
  buttons.at(next % buttons.length)?.focus()
}
