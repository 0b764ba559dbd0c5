'use client'

import { useState } from 'react'
import {
  showTheme,
  useOwnSettings,
  type OwnSettingsAction,
} from '@/components/access/shared/use-own-settings'
import { Banner } from '@/components/ui/banner'
import type { Theme } from '@/lib/domain/access/person-settings'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { LanguageSwitch } from './language-switch'
import { ThemeSwitch } from './theme-switch'

interface Props {
  /** The theme that the page was rendered in. */
  readonly theme: Theme
  readonly action: OwnSettingsAction
}

/** Changes the reader's language and theme; the theme at once, before it is stored. */
export function SettingSwitches({ theme, action }: Props) {
  const describeFailure = useDescribeFailure()
  const { isPending, failure, change } = useOwnSettings(action)
  const [chosen, setChosen] = useState<Theme | null>(null)

  async function changeTheme(next: Theme) {
    if (isPending) return
    setChosen(next)
    showTheme(next)
    if (await change({ theme: next }, () => setChosen(null))) return
    setChosen(null)
    showTheme(theme)
  }

  return (
    <div className="relative flex items-center gap-1 sm:gap-2">
      <LanguageSwitch onChange={(language) => void change({ language }, () => undefined)} />
      <ThemeSwitch theme={chosen ?? theme} onChange={(next) => void changeTheme(next)} />
      <div role="alert" className="absolute top-full right-0 z-30 mt-2 w-72 empty:hidden">
        {failure !== null && (
          <Banner tone="bad" icon="warning">
            {describeFailure(failure)}
          </Banner>
        )}
      </div>
    </div>
  )
}
