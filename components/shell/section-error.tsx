'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

interface Props {
  readonly title: string
  readonly children: string
  /** A short code under which the log holds the cause. */
  readonly digest: string | undefined
  readonly onRetry: () => void
}

/** What a page shows when it could not be read. */
export function SectionError({ title, children, digest, onRetry }: Props) {
  const t = useTranslations('trouble')
  return (
    <div role="alert" className="border-line bg-surface rounded-card shadow-card mt-6 border">
      <EmptyState
        icon="warning"
        title={title}
        action={
          <Button tone="primary" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        }
      >
        {children}
        {digest !== undefined && (
          <span className="text-ink-faint mt-2 block text-xs">{t('error', { digest })}</span>
        )}
      </EmptyState>
    </div>
  )
}
