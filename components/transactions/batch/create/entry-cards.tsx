import { useTranslations } from 'next-intl'
import { ReasonFields } from '@/components/transactions/operate/reason-fields'
import { useReasons } from '@/components/transactions/select/reason-dialog'
import { Card } from '@/components/ui/card'
import { Segments } from '@/components/ui/segments'
import type { BatchKind } from '@/lib/domain/batch/batch'
import { FileField } from './file-field'
import { PastedOrders } from './pasted-orders'
import type { useEntry } from './use-entry'

type Entry = ReturnType<typeof useEntry>

interface KindProps {
  readonly kinds: readonly BatchKind[]
  readonly entry: Entry
  readonly showErrors: boolean
}

/** What is to be done, and the reason where one is needed. */
export function KindCard({ kinds, entry, showErrors }: KindProps) {
  const t = useTranslations()
  const reasons = useReasons()
  const { kind } = entry
  return (
    <Card id="kind" title={t('batchNew.kind')}>
      <div className="grid gap-4 px-5 pb-5">
        <Segments
          legend={t('batchNew.kind')}
          segments={kinds.map((one) => ({
            value: one,
            text: t(`batchBar.actWhole.${one}`),
            closed: null,
          }))}
          value={kind}
          onChange={entry.setKind}
        />
        {kind !== 'capture' && (
          <ReasonFields
            reasons={reasons[kind]}
            entry={entry.reason}
            onChange={entry.setReason}
            showErrors={showErrors}
          />
        )}
      </div>
    </Card>
  )
}

interface FromProps {
  readonly entry: Entry
  readonly limits: { readonly rows: number; readonly fileBytes: number }
  readonly file: File | null
  readonly showErrors: boolean
  readonly onWay: () => void
  readonly onFile: (file: File) => void
}

/** Which payments are meant: pasted, or in a file. */
export function FromCard({ entry, limits, file, showErrors, onWay, onFile }: FromProps) {
  const t = useTranslations('batchNew')
  return (
    <Card id="from" title={t('from')}>
      <div className="grid gap-4 px-5 pb-5">
        <Segments
          legend={t('from')}
          segments={(['pasted', 'file'] as const).map((one) => ({
            value: one,
            text: t(`ways.${one}`),
            closed: null,
          }))}
          value={entry.way}
          onChange={(way) => {
            onWay()
            entry.setWay(way)
          }}
        />
        {entry.way === 'pasted' ? (
          <PastedOrders
            text={entry.text}
            onChange={entry.setText}
            most={limits.rows}
            showErrors={showErrors}
          />
        ) : (
          <FileField
            file={file}
            onChoose={onFile}
            hint={t('fileHint', { megabytes: limits.fileBytes / 1024 ** 2, most: limits.rows })}
            error={showErrors && file === null ? t('fileMissing') : null}
          />
        )}
      </div>
    </Card>
  )
}
