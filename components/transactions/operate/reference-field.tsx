import { Field } from '@/components/ui/field'
import { TEXT_LIMITS } from './text-limits'

interface Props {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly example: string
}

/** The merchant's own word for this operation. */
export function ReferenceField({ value, onChange, example }: Props) {
  return (
    <Field
      label={
        <>
          Reference <span className="text-ink-faint font-normal">(optional)</span>
        </>
      }
      value={value}
      maxLength={TEXT_LIMITS.reference}
      autoComplete="off"
      placeholder={example}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
