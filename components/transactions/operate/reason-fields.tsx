import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { noteLength, reasonProblem, type ReasonEntry } from './reasons'

interface Props {
  readonly reasons: readonly string[]
  readonly entry: ReasonEntry
  readonly onChange: (entry: ReasonEntry) => void
  /** Says what is missing. */
  readonly asked: boolean
  readonly first?: boolean
}

/** Why something is done: from a list, with a note. */
export function ReasonFields({ reasons, entry, onChange, asked, first = false }: Props) {
  const problem = asked ? reasonProblem(entry) : null
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label="Reason"
        required
        value={entry.reason}
        error={problem === 'reason' && 'Pick a reason.'}
        data-first-focus={first ? true : undefined}
        onChange={(event) => onChange({ ...entry, reason: event.target.value })}
      >
        <option value="" disabled>
          Pick one
        </option>
        {reasons.map((reason) => (
          <option key={reason}>{reason}</option>
        ))}
      </SelectField>
      <Field
        label={
          <>
            Note <span className="text-ink-faint font-normal">(optional)</span>
          </>
        }
        value={entry.note}
        maxLength={noteLength(entry.reason)}
        autoComplete="off"
        error={problem === 'note' && 'Say why in a few words.'}
        onChange={(event) => onChange({ ...entry, note: event.target.value })}
      />
    </div>
  )
}
