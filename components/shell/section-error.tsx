'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useEffectEvent } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { sectionOf } from './pages'

interface Props {
  /** From Next.js; the log has the cause under its digest. */
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

/**
 * The error page of a section that could not be read, or of which a script could not be loaded: it
 * is gone with its build, or there is no connection. A connection that comes back tries again.
 */
export default function SectionError({ error: { digest, name }, reset }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const section = sectionOf(usePathname())
  const isPart = name === 'ChunkLoadError'
  const retry = () => {
    if (isPart) window.location.reload()
    else
      startTransition(() => {
        router.refresh()
        reset()
      })
  }
  const onBack = useEffectEvent(retry)
  useEffect(() => {
    const listener = () => onBack()
    window.addEventListener('online', listener)
    return () => window.removeEventListener('online', listener)
  }, [])
  const words = isPart ? 'part' : section
  return (
    <div role="alert" className="border-line bg-surface rounded-card shadow-card mt-6 border">
      <EmptyState
        icon="warning"
        title={words === null ? t('pageErrors.broken.title') : t(`readingErrors.${words}.title`)}
        action={
          <Button tone="primary" onClick={retry}>
            {t(isPart ? 'dialogs.notices.reload' : 'pageErrors.tryAgain')}
          </Button>
        }
      >
        {words === null ? t('pageErrors.broken.meaning') : t(`readingErrors.${words}.text`)}
        {digest !== undefined && (
          <span className="text-ink-faint mt-2 block text-xs">
            {t('pageErrors.error', { digest })}
          </span>
        )}
      </EmptyState>
    </div>
  )
}
