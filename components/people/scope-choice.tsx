'use client'

import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import type { ConnectionName } from '@/lib/domain/access/person'
import type { Scope } from '@/lib/domain/access/scope'

/** A choice that is not sent before it is whole: what is picked outlives a change to “all”. */
export interface ScopeEntry {
  readonly isAll: boolean
  readonly connectionIds: readonly string[]
}

/** The entry to begin from. */
export function scopeEntry(scope: Scope): ScopeEntry {
  return scope === 'all'
    ? { isAll: true, connectionIds: [] }
    : { isAll: false, connectionIds: scope }
}

/** The scope that an entry stands for. */
export function scopeOf({ isAll, connectionIds }: ScopeEntry): Scope {
  return isAll ? 'all' : connectionIds
}

interface Props {
  readonly legend: ReactNode
  /** The connections that the reader may give. */
  readonly connections: readonly ConnectionName[]
  /** True when the reader may give all connections, also those that come. */
  readonly mayGiveAll: boolean
  readonly entry: ScopeEntry
  readonly onChange: (entry: ScopeEntry) => void
  readonly error?: ReactNode
}

/** All connections, or those that are ticked. */
export function ScopeChoice(props: Props) {
  const { legend, connections, mayGiveAll, entry, onChange, error } = props
  const t = useTranslations('people.connections')
  const id = useId()
  const errorId = `${id}-error`
  const toggle = (connectionId: string, isPicked: boolean) => {
    const others = entry.connectionIds.filter((other) => other !== connectionId)
    onChange({ isAll: false, connectionIds: isPicked ? [...others, connectionId] : others })
  }
  return (
    <fieldset className="grid min-w-0 gap-2 text-sm" aria-describedby={error ? errorId : undefined}>
      <legend className="text-ink mb-1.5 text-sm font-medium">{legend}</legend>
      {mayGiveAll && (
        <div className="grid gap-2 sm:flex sm:gap-6">
          {(['all', 'some'] as const).map((kind) => (
            <label key={kind} className="flex cursor-pointer items-center gap-2 py-1">
              <input
                type="radio"
                name={id}
                checked={entry.isAll === (kind === 'all')}
                onChange={() =>
                  onChange({ isAll: kind === 'all', connectionIds: entry.connectionIds })
                }
                className="accent-accent size-4"
              />
              {t(kind)}
            </label>
          ))}
        </div>
      )}
      {entry.isAll ? (
        <p className="text-ink-soft">{t('allMeaning')}</p>
      ) : (
        <ul className="grid gap-1">
          {connections.map((connection, position) => (
            <li key={connection.id}>
              <label className="flex cursor-pointer items-center gap-2.5 py-1">
                <Checkbox
                  name={position === 0 ? 'scope' : undefined}
                  checked={entry.connectionIds.includes(connection.id)}
                  onChange={(event) => toggle(connection.id, event.target.checked)}
                />
                <bdi className="min-w-0 break-words">{connection.name}</bdi>
              </label>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p id={errorId} className="text-bad-ink text-sm font-medium">
          {error}
        </p>
      )}
    </fieldset>
  )
}
