'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** The error that Next.js hands to an error page; the log has the cause under its digest. */
export interface ErrorProps {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

interface Props extends ErrorProps {
  /** The section that could not be read. */
  readonly of: 'list' | 'payment' | 'overview' | 'operations' | 'operation' | 'audit'
}

/** The error page of a section that could not be read. */
export function SectionError({ error: { digest }, reset, of }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <div role="alert" className="border-line bg-surface rounded-card shadow-card mt-6 border">
      <EmptyState
        icon="warning"
        title={t(`readingErrors.${of}.title`)}
        action={
          <Button tone="primary" onClick={retry}>
            {t('pageErrors.tryAgain')}
          </Button>
        }
      >
        {t(`readingErrors.${of}.text`)}
        {digest !== undefined && (
          <span className="text-ink-faint mt-2 block text-xs">
            {t('pageErrors.error', { digest })}
          </span>
        )}
      </EmptyState>
    </div>
  )
}
