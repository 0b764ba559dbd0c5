'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { SectionError } from '@/components/shell/section-error'

interface Props {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

export default function OperationsError({ error, reset }: Props) {
  const router = useRouter()
  return (
    <SectionError
      title="The open operations could not be read"
      digest={error.digest}
      onRetry={() =>
        startTransition(() => {
          router.refresh()
          reset()
        })
      }
    >
      Reading changes nothing: what is open is still followed up.
    </SectionError>
  )
}
