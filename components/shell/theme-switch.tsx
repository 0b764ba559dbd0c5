'use client'

import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import { THEMES, type Theme } from '@/lib/domain/access/person-settings'

const ICONS: Readonly<Record<Theme, IconName>> = { system: 'system', light: 'sun', dark: 'moon' }

interface Props {
  readonly theme: Theme
  readonly onChange: (theme: Theme) => void
}

/** One button that goes through the themes. */
export function ThemeSwitch({ theme, onChange }: Props) {
  const t = useTranslations('ui')
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  const name = t('theme', { current: t(`themes.${theme}`), next: t(`themes.${next}`) })
  return (
    <button
      type="button"
      title={name}
      aria-label={name}
      onClick={() => onChange(next)}
      className="rounded-control text-ink-soft hover:bg-sunken hover:text-ink inline-grid size-8 shrink-0 cursor-pointer place-items-center transition-colors"
    >
      <Icon name={ICONS[theme]} />
    </button>
  )
}
