'use client'

import { createContext, use, type ReactNode } from 'react'
import { LOCALES, type Locale } from '@/lib/domain/access/person-settings'
import type { ReasonCode } from '@/lib/domain/operation/reasons'

/** What the business offers people to choose from. */
interface Business {
  readonly languages: readonly Locale[]
  readonly refundReasons: readonly ReasonCode[]
  readonly voidReasons: readonly ReasonCode[]
}

const BusinessContext = createContext<Business>({
  languages: LOCALES,
  refundReasons: [],
  voidReasons: [],
})

/** Provides what the business offers to the parts within; without it, every language and no reason. */
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
