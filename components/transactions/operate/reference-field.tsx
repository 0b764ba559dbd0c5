import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { Field } from '@/components/ui/field'
import { TEXT_LIMITS } from '@/lib/config/browser-limits'
import { methodRules } from '@/lib/domain/rules/find-method-rules'
import type { AmountKind } from './amount/amount-modes'
import type { OperableTransaction } from './operations'
import { OptionalLabel } from './rich-text'

/** Hand scanners end what they read with Enter: here it leads to the button and sends nothing. */
function moveOnAtEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return
  event.preventDefault()
  event.currentTarget.form?.querySelector<HTMLElement>('[type=submit]')?.focus()
}

interface Props {
  readonly kind: AmountKind
  readonly transaction: OperableTransaction
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The merchant's own word for this operation; nothing where its method has no room for one. */
export function ReferenceField({ kind, transaction, value, onChange }: Props) {
  const t = useTranslations('dialogs')
  if (!methodRules(transaction.provider, transaction.method).takesLabel) return null
  return (
    <Field
      label={<OptionalLabel name="reference" />}
      value={value}
      maxLength={TEXT_LIMITS.reference}
      autoComplete="off"
      placeholder={t(`references.${kind}`)}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={moveOnAtEnter}
    />
  )
}
