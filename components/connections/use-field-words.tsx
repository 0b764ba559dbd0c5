'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import type { Failure } from '@/lib/domain/operation/result'

/** As `useRefusedFields`, with the provider's own words below ours, in small type. */
export function useFieldWords(failure: Failure | null) {
  const { form, errorOf, ofNoField } = useRefusedFields(failure)
  const wordsOf = (field: string): ReactNode => {
    const error = errorOf(field)
    return error === undefined ? undefined : (
      <>
        {error}
        <ProviderWords failure={failure} />
      </>
    )
  }
  return { form, wordsOf, ofNoField }
}

export function ProviderWords({ failure }: { readonly failure: Failure | null }) {
  const t = useTranslations('connections.add')
  if (failure?.code !== 'connection_refused' || failure.message === undefined) return null
  return (
    <span className="text-ink-soft mt-1 block text-xs font-normal break-words">
      {t('provider', { message: failure.message })}
    </span>
  )
}
