'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { SectionError } from '@/components/shell/section-error'

interface Props {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

export default function AuditError({ error, reset }: Props) {
  const router = useRouter()
  return (
    <SectionError
      title="The audit page could not be shown"
      digest={error.digest}
      onRetry={() =>
        startTransition(() => {
          router.refresh()
          reset()
        })
      }
    >
      The audit trail itself is not touched by this.
    </SectionError>
  )
}
