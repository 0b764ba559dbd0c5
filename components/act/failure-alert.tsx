'use client'

import { Banner } from '@/components/ui/banner'
import type { Failure } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

/** The failure of an action in words, read out by itself. Stands empty where there is none. */
export function FailureAlert({ failure }: { readonly failure: Failure | null }) {
  const describeFailure = useDescribeFailure()
  return (
    <div role="alert" className="empty:hidden">
      {failure !== null && (
        <Banner tone="bad" icon="warning">
          {describeFailure(failure)}
        </Banner>
      )}
    </div>
  )
}
