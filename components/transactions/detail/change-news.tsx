'use client'

import { useState } from 'react'
import type { OperableTransaction } from '@/components/transactions/operate/operations'
import { whatChanged } from '@/components/transactions/operate/what-changed'
import type { NoteView } from '@/lib/domain/view/transaction-view'
import { useWording } from '@/lib/i18n/use-i18n'

interface Props {
  readonly transaction: OperableTransaction
  /** The newest operation with its state: its own card tells of it. */
  readonly operationKey: string
  readonly lastNote: NoteView | null
}

/** Tells those who only hear the page what was changed elsewhere while it was open. */
export function ChangeNews({ transaction, operationKey, lastNote }: Props) {
  const wording = useWording()
  const [seen, setSeen] = useState({ transaction, operationKey, lastNote, news: '' })
  if (seen.transaction !== transaction) {
    const isTold = seen.operationKey !== operationKey
    const sentences = isTold ? [] : [...whatChanged(seen.transaction, transaction, wording)]
    if (lastNote !== null && lastNote.id !== seen.lastNote?.id) {
      sentences.push(wording.t('payment.notes.added', { author: lastNote.authorName }))
    }
    const news = sentences.length === 0 ? seen.news : sentences.join(' ')
    setSeen({ transaction, operationKey, lastNote, news })
  }
  return (
    <p role="status" className="sr-only">
      {seen.news}
    </p>
  )
}
