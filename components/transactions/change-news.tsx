'use client'

import { useState } from 'react'
import { useWording } from '@/components/i18n/use-wording'
import type { NoteView } from '@/lib/domain/transaction-view'
import type { OperableTransaction } from './operate/operations'
import { whatChanged } from './operate/what-changed'

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
