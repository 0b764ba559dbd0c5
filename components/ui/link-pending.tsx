'use client'

import { useLinkStatus } from 'next/link'
import { useTranslations } from 'next-intl'
import { Spinner } from './spinner'

/** Inside a link: shows that it was followed, until its page is there. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  // A list has many links: words are looked up for the one that was followed.
  return pending ? <Pending /> : null
}

function Pending() {
  const t = useTranslations('ui')
  return (
    <span className="appear-late ml-1.5 inline-block align-middle">
      <Spinner className="text-ink-soft size-3.5" />
      <span className="sr-only">{t('loading')}</span>
    </span>
  )
}
