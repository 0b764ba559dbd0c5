'use client'

import * as Radix from 'radix-ui/dialog'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { QueryProvider } from '@/components/query/query-provider'
import type { Choice } from './choices'
import { Finder } from './finder'
import type { ChoiceSources } from './use-choices'
import '@/components/ui/style-nonce'

interface Props extends ChoiceSources {
  readonly onClose: () => void
}

/**
 * Finds payments, pages, and what can be done with the payment that is open. What is picked runs
 * once the palette is gone and the focus is back: an action opens its dialog, as its button does.
 */
export default function CommandPalette({ onClose, ...sources }: Props) {
  const t = useTranslations('commands.palette')
  const opener = useRef<Element | null>(null)
  const picked = useRef<Choice | null>(null)
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fade-in fixed inset-0 z-40 bg-(--veil)" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
            picked.current?.run()
          }}
          className="border-line bg-surface text-ink shadow-dialog enter rounded-card fixed inset-x-3 top-3 z-40 mx-auto grid max-h-[min(40rem,calc(100dvh-1.5rem))] max-w-xl grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden border focus:outline-none sm:top-24 sm:max-h-[min(40rem,calc(100dvh-8rem))]"
        >
          <Radix.Title className="sr-only">{t('title')}</Radix.Title>
          <QueryProvider>
            <Finder
              sources={sources}
              onPick={(choice) => {
                picked.current = choice
                onClose()
              }}
              onClose={onClose}
            />
          </QueryProvider>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
