'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { ConnectionForm } from '@/lib/providers/connection-form'

const OTHER = 'other'

interface Props {
  readonly addresses: ConnectionForm['addresses']
  readonly value: string
  readonly onChange: (baseUrl: string) => void
  readonly error: ReactNode
}

/** The provider's own addresses to pick one from, and another one to be typed. */
export function AddressField({ addresses, value, onChange, error }: Props) {
  const t = useTranslations('connections.add')
  const [isOther, setOther] = useState(false)
  const isTyped = isOther || addresses.every(({ baseUrl }) => baseUrl !== value)

  function choose(next: string) {
    setOther(next === OTHER)
    if (next !== OTHER) onChange(next)
  }

  return (
    <>
      <SelectField
        label={t('address')}
        name={isTyped ? undefined : 'baseUrl'}
        value={isTyped ? OTHER : value}
        onChange={(event) => choose(event.target.value)}
        error={isTyped ? undefined : error}
      >
        {addresses.map(({ baseUrl, mode }) => (
          <option key={baseUrl} value={baseUrl}>
            {t(`addressMode.${mode}`, { url: baseUrl })}
          </option>
        ))}
        <option value={OTHER}>{t('otherAddress')}</option>
      </SelectField>
      {isTyped && (
        <Field
          label={t('addressTyped')}
          hint={t('addressMeaning')}
          name="baseUrl"
          type="url"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={value}
          onChange={(event) => {
            setOther(true)
            onChange(event.target.value)
          }}
          error={error}
        />
      )}
    </>
  )
}
