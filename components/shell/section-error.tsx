'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useEffectEvent } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** The error that Next.js hands to an error page; the log has the cause under its digest. */
export interface ErrorProps {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

interface Props extends ErrorProps {
  /** The section that could not be read. */
  readonly of:
    | 'list'
    | 'payment'
    | 'overview'
    | 'operations'
    | 'operation'
    | 'audit'
    | 'people'
    | 'person'
    | 'account'
}

/**
 * The error page of a section that could not be read, or of which a script could not be loaded: it
 * is gone with its build, or there is no connection. A connection that comes back tries again.
 */
export function SectionError({ error: { digest, name }, reset, of }: Props) {
  const t = useTranslations()
  const router = useRouter()
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
  const words = isPart ? 'part' : of
  return (
    <div role="alert" className="border-line bg-surface rounded-card shadow-card mt-6 border">
      <EmptyState
        icon="warning"
        title={t(`readingErrors.${words}.title`)}
        action={
          <Button tone="primary" onClick={retry}>
            {t(isPart ? 'dialogs.notices.reload' : 'pageErrors.tryAgain')}
          </Button>
        }
      >
        {t(`readingErrors.${words}.text`)}
        {digest !== undefined && (
          <span className="text-ink-faint mt-2 block text-xs">
            {t('pageErrors.error', { digest })}
          </span>
        )}
      </EmptyState>
    </div>
  )
}
