'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'

interface Props {
  /** The time at which the figures were read, in words. */
  readonly asOf: string
}

/** Shows when the page was read, and reads it again on request. */
export function RefreshButton({ asOf }: Props) {
  const t = useTranslations('operations')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  return (
    <div className="flex items-center gap-3">
      <p role="status" className="text-ink-faint text-sm">
        {t('asOf', { time: asOf })}
      </p>
      <Button size="small" busy={isPending} onClick={() => startTransition(() => router.refresh())}>
        {t('refresh')}
      </Button>
    </div>
  )
}
