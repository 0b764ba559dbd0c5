'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { SectionError } from '@/components/shell/section-error'

interface Props {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

export default function OverviewError({ error, reset }: Props) {
  const t = useTranslations('overview.error')
  const router = useRouter()
  return (
    <SectionError
      title={t('title')}
      digest={error.digest}
      onRetry={() =>
        startTransition(() => {
          router.refresh()
          reset()
        })
      }
    >
      {t('meaning')}
    </SectionError>
  )
}
