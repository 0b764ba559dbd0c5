import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'

interface Props extends Pick<ComponentProps<typeof Field>, 'error' | 'className'> {
  /** True for a code that stands in for a lost app. */
  readonly isRecovery: boolean
  readonly value: string
  readonly onChange: (code: string) => void
  /** Has the focus when its dialog opens. */
  readonly isFirst?: boolean
}

/** The code of a second factor as people type it: six figures of the app, or a recovery code. */
export function CodeField({ isRecovery, value, onChange, isFirst = false, ...rest }: Props) {
  const t = useTranslations('access.code')
  return (
    <Field
      {...rest}
      label={t(isRecovery ? 'recoveryLabel' : 'label')}
      name="code"
      inputMode={isRecovery ? 'text' : 'numeric'}
      autoComplete={isRecovery ? 'off' : 'one-time-code'}
      autoCapitalize="none"
      spellCheck={false}
      required
      data-first-focus={isFirst || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      hint={isRecovery ? undefined : t('hint')}
    />
  )
}
