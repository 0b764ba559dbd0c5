'use client'

import { useState } from 'react'
import type { OperableTransaction } from '@/components/transactions/operate/operations'
import { whatChanged } from '@/components/transactions/operate/what-changed'
import type { NoteView } from '@/lib/domain/view/transaction-view'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly transaction: OperableTransaction
  /** The newest operation with its state: its own card announces it. */
  readonly operationKey: string
  readonly lastNote: NoteView | null
}

/** Announces to screen readers the changes made elsewhere while the page was open. */
export default function ChangeNews({ transaction, operationKey, lastNote }: Props) {
  const i18n = useI18n()
  const [previous, setPrevious] = useState({ transaction, operationKey, lastNote, news: '' })
  if (previous.transaction !== transaction) {
    const isReported = previous.operationKey !== operationKey
    const sentences = isReported ? [] : [...whatChanged(previous.transaction, transaction, i18n)]
    if (lastNote !== null && lastNote.id !== previous.lastNote?.id) {
      sentences.push(i18n.t('payment.notes.added', { author: lastNote.authorName }))
    }
    const news = sentences.length === 0 ? previous.news : sentences.join(' ')
    setPrevious({ transaction, operationKey, lastNote, news })
  }
  return (
    <p role="status" className="sr-only">
      {previous.news}
    </p>
  )
}
