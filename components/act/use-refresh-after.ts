'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { isReachable } from '@/components/query/is-offline'
import type { Failure, Result } from '@/lib/domain/operation/result'

/** Failures after which another page would come: to sign in, to set up a second factor, or of another build. */
const LEADING_AWAY: readonly Failure['code'][] = [
  'not_signed_in',
  'second_factor_required',
  'page_outdated',
]

/** True when reading the page again would lead away from what was typed into it. */
export function isLeadingAway({ code }: Failure): boolean {
  return LEADING_AWAY.includes(code)
}

/**
 * Reads the page again after an action, unless that would lead away from what was typed: where
 * Paydesk can't be reached, Next would have the browser load the page anew.
 */
export function useRefreshAfter(): (result: Result<unknown>) => Promise<void> {
  const router = useRouter()
  return useCallback(
    async (result) => {
      if (!result.ok && (isLeadingAway(result.error) || !(await isReachable()))) return
      router.refresh()
    },
    [router],
  )
}
