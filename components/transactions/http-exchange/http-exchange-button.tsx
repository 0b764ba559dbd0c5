'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import type { HttpExchangeDrawerProps } from './http-exchange-drawer'

const HttpExchangeDrawer = lazy(() => import('./http-exchange-drawer'))

type Props = Pick<HttpExchangeDrawerProps, 'operationId' | 'state' | 'about'>

/** Opens the HTTP exchanges of an operation; they are read only then. */
export function HttpExchangeButton(props: Props) {
  const t = useTranslations('payment.exchange')
  const [open, setOpen] = useState<boolean | null>(null)
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="text-accent-ink inline-flex min-h-6 cursor-pointer items-center rounded-md px-1 text-xs hover:underline"
      >
        {t('open')}
        <span className="sr-only">{props.about}</span>
      </button>
      {open !== null && (
        <Suspense>
          <HttpExchangeDrawer {...props} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  )
}
