import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import type { AmountKind } from './amount-modes'
import { OptionalLabel } from './optional-label'
import { TEXT_LIMITS } from './text-limits'

interface Props {
  readonly kind: AmountKind
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The merchant's own word for this operation. */
export function ReferenceField({ kind, value, onChange }: Props) {
  const t = useTranslations('dialogs')
  return (
    <Field
      label={<OptionalLabel name="reference" />}
      value={value}
      maxLength={TEXT_LIMITS.reference}
      autoComplete="off"
      placeholder={t(`references.${kind}`)}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
