'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useDenial } from '@/components/access/shared/role'
import type { HttpExchangeDrawerProps } from './http-exchange-drawer'

const HttpExchangeDrawer = lazy(() => import('./http-exchange-drawer'))

type Props = Pick<HttpExchangeDrawerProps, 'operationId' | 'state' | 'about'>

const STYLE =
  'text-accent-ink inline-flex min-h-6 cursor-pointer items-center rounded-md px-1 text-xs hover:underline'

/**
 * Opens the HTTP exchanges of an operation; they are read only then. Who may not see them is led to
 * the operation's page.
 */
export function HttpExchangeButton(props: Props) {
  const t = useTranslations('payment.httpExchange')
  const [open, setOpen] = useState<boolean | null>(null)
  const mayNot = useDenial('see_exchange') !== null
  if (mayNot) {
    return (
      <Link href={`/operations/${props.operationId}`} className={STYLE}>
        {t('open')}
        <span className="sr-only">{props.about}</span>
      </Link>
    )
  }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className={STYLE}>
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
