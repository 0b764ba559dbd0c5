'use client'

import { createContext, use, type ReactNode } from 'react'
import { DEFAULT_SETTINGS } from '@/lib/domain/access/organization-settings'
import type { Locale } from '@/lib/domain/access/person-settings'
import { offeredReasons, type ReasonCode } from '@/lib/domain/operation/reasons'

/** What the business offers people to choose from. */
interface Business {
  readonly languages: readonly Locale[]
  readonly refundReasons: readonly ReasonCode[]
  readonly voidReasons: readonly ReasonCode[]
}

const BusinessContext = createContext<Business>({
  languages: DEFAULT_SETTINGS.languages,
  refundReasons: offeredReasons(DEFAULT_SETTINGS.refund_reasons),
  voidReasons: offeredReasons(DEFAULT_SETTINGS.void_reasons),
})

/** Provides what the business offers to the parts within; without it, what is built in. */
export function BusinessProvider({
  languages,
  refundReasons,
  voidReasons,
  children,
}: Business & { readonly children: ReactNode }) {
  return (
    <BusinessContext value={{ languages, refundReasons, voidReasons }}>{children}</BusinessContext>
  )
}

/** What the business offers. */
export function useBusiness(): Business {
  return use(BusinessContext)
}
