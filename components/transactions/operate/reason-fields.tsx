import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { ReasonCode } from '@/lib/domain/operation/reasons'
import { reasonName } from '@/lib/i18n/describe-status-detail'
import { needsNote, noteLength, reasonProblem, type ReasonEntry } from './reason-entry'
import { OptionalLabel } from './rich-text'

interface Props {
  readonly reasons: readonly ReasonCode[]
  readonly entry: ReasonEntry
  readonly onChange: (entry: ReasonEntry) => void
  /** Says what is missing. */
  readonly showErrors: boolean
  readonly first?: boolean
}

/** The reason of an operation: from a list, with a note. */
export function ReasonFields({ reasons, entry, onChange, showErrors, first = false }: Props) {
  const t = useTranslations()
  const problem = showErrors ? reasonProblem(entry) : null
  const isNoteNeeded = needsNote(entry.reason)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={t('dialogs.reason.label')}
        required
        value={entry.reason ?? ''}
        error={problem === 'reason' && t('dialogs.reason.missing')}
        data-first-focus={first ? true : undefined}
        onChange={({ target }) => {
          const reason = reasons.find((candidate) => candidate === target.value) ?? null
          onChange({ ...entry, reason })
        }}
      >
        <option value="" disabled>
          {t('dialogs.reason.pick')}
        </option>
        {reasons.map((reason) => (
          <option key={reason} value={reason}>
            {reasonName(t, reason)}
          </option>
        ))}
      </SelectField>
      <Field
        label={isNoteNeeded ? t('dialogs.reason.note') : <OptionalLabel name="note" />}
        required={isNoteNeeded}
        value={entry.note}
        maxLength={noteLength(entry.reason)}
        autoComplete="off"
        error={problem === 'note' && t('dialogs.reason.noteMissing')}
        onChange={(event) => onChange({ ...entry, note: event.target.value })}
      />
    </div>
  )
}
