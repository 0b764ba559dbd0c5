'use client'

import { useTranslations } from 'next-intl'
import { useId, useSyncExternalStore, type ReactNode } from 'react'
import { Field } from '@/components/ui/field'

interface Props {
  /** Empty for the time zone of the business. */
  readonly value: string
  readonly businessZone: string
  readonly onChange: (value: string) => void
  readonly error: ReactNode
}

/** A time zone, typed or picked from the browser's own list, which it searches as one types. */
export function TimeZoneField({ value, businessZone: zone, onChange, error }: Props) {
  const t = useTranslations('account.you')
  const listId = useId()
  const zones = useSyncExternalStore(neverChanges, knownZones, () => NO_ZONES)
  return (
    <>
      <Field
        label={t('timeZone')}
        name="timeZone"
        list={listId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={zone}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        hint={t('timeZoneHint', { zone })}
        error={error}
      />
      <datalist id={listId}>
        {zones.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

const neverChanges = () => () => undefined
const NO_ZONES: readonly string[] = []
let zonesOfBrowser: readonly string[] | undefined

/** The time zones that the browser knows; the server's list would weigh more than the page. */
function knownZones(): readonly string[] {
  zonesOfBrowser ??= [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
  return zonesOfBrowser
}
