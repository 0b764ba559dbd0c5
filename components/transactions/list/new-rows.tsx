'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { useListUpdates } from './list-updates-provider'

/**
 * Says that there are newer payments; the rows stay in place until the reader asks for the new
 * ones.
 * @param cap the count at which counting stops
 */
export function NewRows({ cap }: { readonly cap: number }) {
  const t = useTranslations('list')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const { newer } = useListUpdates()
  return (
    <div role="status" className="sticky top-2 z-20 grid justify-center empty:hidden">
      {newer > 0 && (
        <Button
          tone="primary"
          size="small"
          busy={isPending}
          onClick={() => startTransition(() => router.refresh())}
          className="my-2 rounded-full"
        >
          {newer > cap ? t('newerCapped', { count: cap }) : t('newer', { count: newer })}
        </Button>
      )}
    </div>
  )
}
