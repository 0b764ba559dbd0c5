'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import type { ExchangeDrawerProps } from './exchange-drawer'

const ExchangeDrawer = lazy(() => import('./exchange-drawer'))

type Props = Pick<ExchangeDrawerProps, 'operationId' | 'state' | 'about'>

/** Opens the request and answer of an operation; they are read only then. */
export function ExchangeButton(props: Props) {
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
          <ExchangeDrawer {...props} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  )
}
