'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon, type IconName } from './icon'
import { remember } from './remember'
import { THEME_COOKIE, THEMES, type Theme } from './theme'

const ICONS: Readonly<Record<Theme, IconName>> = { system: 'system', light: 'sun', dark: 'moon' }

function apply(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  remember(THEME_COOKIE, theme)
}

/** One button that goes through the themes; the choice is kept in a cookie. */
export function ThemeSwitch({ initial }: { readonly initial: Theme }) {
  const t = useTranslations('ui')
  const [theme, setTheme] = useState(initial)
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  const name = t('theme', { current: t(`themes.${theme}`), next: t(`themes.${next}`) })
  return (
    <button
      type="button"
      title={name}
      aria-label={name}
      onClick={() => {
        apply(next)
        setTheme(next)
      }}
      className="rounded-control text-ink-soft hover:bg-sunken hover:text-ink inline-grid size-8 shrink-0 cursor-pointer place-items-center transition-colors"
    >
      <Icon name={ICONS[theme]} />
    </button>
  )
}
