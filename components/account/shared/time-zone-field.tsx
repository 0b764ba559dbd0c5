'use client'

import { useId, useSyncExternalStore, type ReactNode } from 'react'
import { Field } from '@/components/ui/field'

interface Props {
  readonly label: string
  readonly hint: string
  readonly value: string
  /** The time zone that an empty value stands for. */
  readonly byDefault: string
  readonly onChange: (value: string) => void
  readonly error: ReactNode
}

/** A time zone, typed or picked from the browser's own list, which it searches as one types. */
export function TimeZoneField({ label, hint, value, byDefault, onChange, error }: Props) {
  const listId = useId()
  const zones = useSyncExternalStore(neverChanges, knownZones, () => NO_ZONES)
  return (
    <>
      <Field
        label={label}
        name="timeZone"
        list={listId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={byDefault}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        hint={hint}
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
