'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { signInHref } from '@/lib/domain/access/sign-in-reason'
import { useLiveShell } from './live-shell'

/**
 * Says that the page is not updated because the session has ended, and links to sign-in and back.
 */
export function SessionEnded() {
  const t = useTranslations('shell')
  const { isSignedOut } = useLiveShell()
  return (
    <div role="alert" className="empty:hidden">
      {isSignedOut && (
        <div className="border-warn-line bg-warn-soft text-warn-ink border-t text-sm">
          <p className="mx-auto flex max-w-[85rem] gap-3 px-4 py-3 text-pretty sm:px-6">
            <Icon name="lock" className="mt-0.5" />
            <span>
              {t.rich('sessionEnded', {
                link: (words) => (
                  <a
                    href={signInHref(window.location.pathname + window.location.search, 'ended')}
                    className="font-medium underline underline-offset-2"
                  >
                    {words}
                  </a>
                ),
              })}
            </span>
          </p>
        </div>
      )}
    </div>
  )
}
