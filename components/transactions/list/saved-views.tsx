'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import type { SavedViewsProps } from './saved-views-panel'

const SavedViewsPanel = lazy(() => import('./saved-views-panel'))

/** The menu of saved views; what is in it is loaded after the list. */
export function SavedViews(props: SavedViewsProps) {
  const t = useTranslations('list.saved')
  return (
    <Disclosure label={t('title')}>
      <Suspense>
        <SavedViewsPanel {...props} />
      </Suspense>
    </Disclosure>
  )
}
