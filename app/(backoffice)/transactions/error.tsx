'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { SectionError } from '@/components/shell/section-error'

interface Props {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

export default function TransactionsError({ error, reset }: Props) {
  const router = useRouter()
  return (
    <SectionError
      title="The transactions could not be read"
      digest={error.digest}
      onRetry={() =>
        startTransition(() => {
          router.refresh()
          reset()
        })
      }
    >
      No payment was changed by this. It is usually over in a moment.
    </SectionError>
  )
}
