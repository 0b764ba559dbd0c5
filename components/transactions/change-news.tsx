'use client'

import { useState } from 'react'
import { useWording } from '@/components/i18n/use-wording'
import type { OperableTransaction } from './operate/operations'
import { whatChanged } from './operate/what-changed'

interface Props {
  readonly transaction: OperableTransaction
  /** The newest operation with its state: its own card tells of it. */
  readonly operationKey: string
}

/** Tells those who only hear the page what was changed elsewhere while it was open. */
export function ChangeNews({ transaction, operationKey }: Props) {
  const wording = useWording()
  const [seen, setSeen] = useState({ transaction, operationKey, news: '' })
  if (seen.transaction !== transaction) {
    const isTold = seen.operationKey !== operationKey
    const changes = isTold ? [] : whatChanged(seen.transaction, transaction, wording)
    const news = changes.length === 0 && !isTold ? seen.news : changes.join(' ')
    setSeen({ transaction, operationKey, news })
  }
  return (
    <p role="status" className="sr-only">
      {seen.news}
    </p>
  )
}
