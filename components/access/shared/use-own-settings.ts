'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { rememberInCookie } from '@/components/act/browser-memory'
import type { OwnSettingsInput } from '@/lib/domain/access/person-inputs'
import { SETTING_COOKIES, type Theme } from '@/lib/domain/access/person-settings'
import type { Failure, Result } from '@/lib/domain/operation/result'

export type OwnSettingsAction = (input: OwnSettingsInput) => Promise<Result<null>>

const NO_RESPONSE: Failure = { code: 'people_no_response' }

/**
 * Changes the reader's settings, one change at a time, and then reads the page again. This browser
 * remembers language and theme besides, for its pages without a session.
 */
export function useOwnSettings(action: OwnSettingsAction) {
  const router = useRouter()
  const [isShowing, startTransition] = useTransition()
  const { isPending, answer, failure, run } = useOneAtATime(action, NO_RESPONSE)

  /** @param onShown is called together with the page's new look; not after a failure. */
  async function change(input: OwnSettingsInput, onShown: () => void): Promise<boolean> {
    const result = await run(input)
    if (result?.ok !== true) return false
    if (input.language !== undefined) rememberInCookie(SETTING_COOKIES.language, input.language)
    if (input.theme !== undefined) {
      rememberInCookie(SETTING_COOKIES.theme, input.theme)
      showTheme(input.theme)
    }
    startTransition(() => {
      router.refresh()
      onShown()
    })
    return true
  }

  return { isPending: isPending || isShowing, isSaved: answer?.ok === true, failure, change }
}

/** Paints this page in a theme at once. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
