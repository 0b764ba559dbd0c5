'use client'

import { useTranslations } from 'next-intl'
import { useState, type SyntheticEvent } from 'react'
import { FailureAlert } from '@/components/act/failure-alert'
import { reasonProblem, reasonText } from '@/components/transactions/operate/reason-entry'
import { useRehearsal, type RehearseAction } from '@/components/transactions/select/use-rehearsal'
import { Button } from '@/components/ui/button'
import type { BatchKind, ColumnMapping } from '@/lib/domain/batch/batch'
import { ColumnForm } from './column-form'
import { FromCard, KindCard } from './entry-cards'
import { useEntry } from './use-entry'
import { useUpload } from './use-upload'

interface Props {
  /** The kinds that the reader's role may start; at least one. */
  readonly kinds: readonly [BatchKind, ...BatchKind[]]
  readonly rehearse: RehearseAction
  readonly limits: { readonly rows: number; readonly fileBytes: number }
}

/** A new batch from pasted order numbers or a file. What is entered outlives every refusal. */
export function NewBatch({ kinds, rehearse, limits }: Props) {
  const t = useTranslations('batchNew')
  const entry = useEntry(kinds)
  const [file, setFile] = useState<File | null>(null)
  const [showErrors, setShowErrors] = useState(false)
  const pasted = useRehearsal(rehearse, entry.forget)
  const upload = useUpload(limits.fileBytes, entry.forget)
  const { kind, way, text, reason } = entry
  const isPending = pasted.isPending || upload.isPending
  const lacksReason = kind !== 'capture' && reasonProblem(reason) !== null
  const reasonToSend = kind === 'capture' ? null : reasonText(reason)

  function sendFile(columns: ColumnMapping | null) {
    if (file !== null && !lacksReason)
      void upload.send({ kind, file, reason: reasonToSend, columns })
  }
  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    setShowErrors(true)
    if (lacksReason || isPending) return
    if (way === 'file') sendFile(null)
    else if (text.trim() !== '') {
      void pasted.rehearse({ kind, selection: { by: 'orders', text }, reason: reasonToSend })
    }
  }

  return (
    <div className="grid gap-4">
      <form noValidate onSubmit={onSubmit} className="grid gap-4">
        <KindCard kinds={kinds} entry={entry} showErrors={showErrors} />
        <FromCard
          entry={entry}
          limits={limits}
          file={file}
          showErrors={showErrors}
          onWay={() => setShowErrors(false)}
          onFile={(chosen) => {
            upload.forget()
            setFile(chosen)
          }}
        />
        <FailureAlert failure={way === 'file' ? upload.failure : pasted.failure} />
        <div>
          <Button type="submit" tone="primary" busy={isPending}>
            {t(isPending ? 'busy' : 'submit')}
          </Button>
        </div>
      </form>
      {way === 'file' && file !== null && upload.columns !== null && (
        <ColumnForm
          key={upload.columnsKey}
          fileName={file.name}
          columns={upload.columns}
          isPending={upload.isPending}
          onSubmit={sendFile}
        />
      )}
    </div>
  )
}
