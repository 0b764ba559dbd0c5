import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'

/** A reason while it is worked on. */
export interface ReasonEntry {
  /** Stays with the row while it is moved. */
  readonly key: string
  /** Null for one that is new. */
  readonly code: string | null
  readonly name: string
  readonly isRetired: boolean
}

interface Props {
  readonly row: ReasonEntry
  /** From 0. */
  readonly position: number
  readonly isLast: boolean
  readonly error: ReactNode
  readonly onChange: (row: ReasonEntry) => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

/** One reason of the list: its name, its place, and whether it is offered. */
export function ReasonRow({ row, position, isLast, error, onChange, onMove, onRemove }: Props) {
  const t = useTranslations('business.reasons')
  const id = useId()
  const { code, isRetired } = row
  const name = row.name.trim() === '' ? t('unnamed') : row.name.trim()
  const described = [code === 'other' && `${id}-other`, error && `${id}-error`].filter(Boolean)
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-1 gap-y-1.5">
        <Input
          name={`reason.${position}`}
          aria-label={t('name', { position: position + 1 })}
          aria-invalid={error ? true : undefined}
          aria-describedby={described.length === 0 ? undefined : described.join(' ')}
          autoComplete="off"
          readOnly={code === 'other'}
          value={row.name}
          onChange={(event) => onChange({ ...row, name: event.target.value })}
          className="read-only:bg-sunken w-auto min-w-40 flex-1"
        />
        {isRetired && <Pill tone="neutral">{t('retired')}</Pill>}
        <span className="flex items-center">
          <Button
            tone="quiet"
            size="icon"
            disabled={position === 0}
            aria-label={t('up', { name })}
            onClick={() => onMove(position - 1)}
          >
            <Icon name="chevron" className="-rotate-90" />
          </Button>
          <Button
            tone="quiet"
            size="icon"
            disabled={isLast}
            aria-label={t('down', { name })}
            onClick={() => onMove(position + 1)}
          >
            <Icon name="chevron" className="rotate-90" />
          </Button>
          {code === null ? (
            <Button
              tone="quiet"
              size="icon"
              aria-label={t('remove', { position: position + 1 })}
              onClick={onRemove}
            >
              <Icon name="cross" />
            </Button>
          ) : (
            <Button
              tone="quiet"
              size="icon"
              title={t(isRetired ? 'offer' : 'retire', { name })}
              aria-label={t(isRetired ? 'offer' : 'retire', { name })}
              onClick={() => onChange({ ...row, isRetired: !isRetired })}
            >
              <Icon name={isRetired ? 'undo' : 'minus'} />
            </Button>
          )}
        </span>
      </div>
      {code === 'other' && (
        <p id={`${id}-other`} className="text-ink-soft">
          {t('other')}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-bad-ink font-medium">
          {error}
        </p>
      )}
    </li>
  )
}
