'use client'

import { useTranslations } from 'next-intl'
import { useShowOverlay } from '@/components/shell/shared/command-context'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'

/** Opens the palette; a phone shows only the icon. */
export function PaletteButton() {
  const t = useTranslations('commands')
  const show = useShowOverlay()
  return (
    <button
      type="button"
      title={t('palette.button')}
      aria-keyshortcuts="Control+K"
      onClick={() => show('palette')}
      className="rounded-control text-ink-soft hover:bg-sunken hover:text-ink md:border-line-strong inline-flex h-8 shrink-0 cursor-pointer items-center gap-2 px-2 text-sm transition-colors md:border"
    >
      <Icon name="search" />
      <span className="max-lg:sr-only">{t('palette.short')}</span>{' '}
      <span className="max-md:hidden">
        <Kbd>Ctrl K</Kbd>
      </span>
    </button>
  )
}

/** Opens the list of shortcuts. */
export function HelpButton() {
  const t = useTranslations('commands')
  const show = useShowOverlay()
  return (
    <button
      type="button"
      title={t('sheet.title')}
      aria-label={t('sheet.title')}
      onClick={() => show('help')}
      className="rounded-control text-ink-soft hover:bg-sunken hover:text-ink inline-grid size-8 shrink-0 cursor-pointer place-items-center transition-colors max-sm:hidden"
    >
      <Icon name="keyboard" />
    </button>
  )
}
