'use client'

import { useTranslations } from 'next-intl'
import { afterMount } from '@/components/act/after-mount'
import { Disclosure } from '@/components/ui/disclosure'
import type { SavedViewsProps } from './saved-views-panel'

// Not before it can be used: what is typed into a form that is not ready yet would be lost.
const SavedViewsPanel = afterMount(() => import('./saved-views-panel'))

/** The menu of saved views; what is in it is loaded after the list. */
export function SavedViews(props: SavedViewsProps) {
  const t = useTranslations('list.saved')
  return (
    <Disclosure label={t('title')}>
      <SavedViewsPanel {...props} />
    </Disclosure>
  )
}
