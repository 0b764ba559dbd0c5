'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { Command } from '@/components/shell/shared/command-context'
import { Icon } from '@/components/ui/icon'

interface Props {
  readonly refused: Command | null
  readonly onLeave: () => void
}

/** The reason that a shortcut did nothing. It is hidden at the next key or press. */
export function CommandNote({ refused, onLeave }: Props) {
  const t = useTranslations('commands')
  useEffect(() => {
    if (refused === null) return
    document.addEventListener('keydown', onLeave, { capture: true })
    document.addEventListener('pointerdown', onLeave)
    return () => {
      document.removeEventListener('keydown', onLeave, { capture: true })
      document.removeEventListener('pointerdown', onLeave)
    }
  }, [refused, onLeave])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-6 z-30 grid justify-items-center"
    >
      {refused !== null && (
        <p className="border-line-strong bg-surface text-ink rounded-card shadow-dialog enter flex max-w-lg items-start gap-2.5 border px-4 py-3 text-sm">
          <Icon name="info" className="text-ink-faint mt-0.5" />
          <span>{t('refused', { name: refused.name, why: refused.note })}</span>
        </p>
      )}
    </div>
  )
}
