'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { FailureAlert } from '@/components/act/failure-alert'
import { ReasonFields } from '@/components/transactions/operate/reason-fields'
import { reasonProblem, reasonText } from '@/components/transactions/operate/reason-entry'
import { useReasons } from '@/components/transactions/select/reason-dialog'
import { useRehearsal, type RehearseAction } from '@/components/transactions/select/use-rehearsal'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Segments } from '@/components/ui/segments'
import type { BatchKind, ColumnMapping } from '@/lib/domain/batch/batch'
import { ColumnForm } from './column-form'
import { FileField } from './file-field'
import { PastedOrders } from './pasted-orders'
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
  const t = useTranslations()
  const entry = useEntry(kinds)
  const reasons = useReasons()
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
  function onSubmit(event: FormEvent) {
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
        <Card id="kind" title={t('batchNew.kind')}>
          <div className="grid gap-4 px-5 pb-5">
            <Segments
              legend={t('batchNew.kind')}
              segments={kinds.map((one) => ({
                value: one,
                text: t(`actions.names.${one}`),
                closed: null,
              }))}
              value={kind}
              onChange={entry.setKind}
            />
            {kind !== 'capture' && (
              <ReasonFields
                reasons={reasons[kind]}
                entry={reason}
                onChange={entry.setReason}
                showErrors={showErrors}
              />
            )}
          </div>
        </Card>
        <Card id="from" title={t('batchNew.from')}>
          <div className="grid gap-4 px-5 pb-5">
            <Segments
              legend={t('batchNew.from')}
              segments={(['pasted', 'file'] as const).map((one) => ({
                value: one,
                text: t(`batchNew.ways.${one}`),
                closed: null,
              }))}
              value={way}
              onChange={(next) => {
                setShowErrors(false)
                entry.setWay(next)
              }}
            />
            {way === 'pasted' ? (
              <PastedOrders
                text={text}
                onChange={entry.setText}
                most={limits.rows}
                showErrors={showErrors}
              />
            ) : (
              <FileField
                file={file}
                onChoose={(chosen) => {
                  upload.forget()
                  setFile(chosen)
                }}
                hint={t('batchNew.fileHint', {
                  megabytes: limits.fileBytes / 1024 ** 2,
                  most: limits.rows,
                })}
                error={showErrors && file === null ? t('batchNew.fileMissing') : null}
              />
            )}
          </div>
        </Card>
        <FailureAlert failure={way === 'file' ? upload.failure : pasted.failure} />
        <div>
          <Button type="submit" tone="primary" busy={isPending}>
            {t(isPending ? 'batchNew.busy' : 'batchNew.submit')}
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
