'use client'

import * as Radix from 'radix-ui/dialog'
import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { cn } from './cn'
import { Icon } from './icon'
import './style-nonce'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** The content beside the title, such as the present state. */
  readonly badge?: ReactNode
  readonly description: string
  /** For dialogs with a table in them. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A modal dialog: focus stays inside and returns afterwards, Escape leaves. What carries
 * `data-first-focus` has the focus at first. On a phone it is a sheet at the bottom. */
export function Dialog(props: Props) {
  const { open, onOpenChange, title, badge, description, wide = false, children } = props
  const t = useTranslations('ui')
  const opener = useRef<Element | null>(null)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fade-in fixed inset-0 z-40 grid items-end overflow-y-auto bg-(--veil) sm:items-center sm:p-6">
          <Radix.Content
            onOpenAutoFocus={(event) => {
              opener.current = document.activeElement
              // Another dialog may be open beneath this one.
              const content = event.currentTarget as Element
              const first = content.querySelector<HTMLElement>('[data-first-focus]')
              if (first === null) return
              event.preventDefault()
              first.focus()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              if (opener.current instanceof HTMLElement) opener.current.focus()
            }}
            className={cn(
              'rounded-t-card border-line bg-surface text-ink shadow-dialog enter sm:rounded-card relative w-full justify-self-center border pb-[env(safe-area-inset-bottom)] focus:outline-none',
              wide ? 'sm:max-w-2xl' : 'sm:max-w-lg',
            )}
          >
            <div className="flex items-start justify-between gap-4 px-5 pt-5 sm:px-6">
              <div className="min-w-0">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Radix.Title className="text-lg font-semibold tracking-tight">
                    {title}
                  </Radix.Title>
                  {badge}
                </div>
                <Radix.Description className="text-ink-soft mt-0.5 text-sm">
                  {description}
                </Radix.Description>
              </div>
              <Radix.Close
                aria-label={t('close')}
                className="rounded-control text-ink-faint hover:bg-sunken hover:text-ink -mt-1 -mr-2 inline-grid size-9 shrink-0 cursor-pointer place-items-center transition-colors"
              >
                <Icon name="cross" />
              </Radix.Close>
            </div>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
