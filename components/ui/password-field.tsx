'use client'

import { useTranslations } from 'next-intl'
import { useState, type ComponentProps } from 'react'
import { Checkbox } from './checkbox'
import { Field } from './field'

/** A labelled password that can be shown, so that a new one is typed only once. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type'>) {
  const t = useTranslations('ui')
  const [isShown, setShown] = useState(false)
  return (
    <div className="grid gap-2">
      <Field
        {...props}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
      />
      <label className="text-ink-soft flex cursor-pointer items-center gap-2 justify-self-start text-sm">
        <Checkbox checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        {t('showPassword')}
      </label>
    </div>
  )
}
