import { useEffect, useRef } from 'react'
import { StatusPill } from '@/components/transactions/shared/status-pill'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'
import type { FoundTransaction } from '@/lib/domain/view/transaction-view'
import { useFormats } from '@/lib/i18n/use-i18n'
import type { Choice } from './choices'

interface Props {
  readonly id: string
  readonly choice: Choice
  readonly isActive: boolean
  readonly onNear: () => void
  readonly onPick: () => void
}

/** One line of the palette. What can't be done now stays readable and says why. */
export function ChoiceOption({ id, choice, isActive, onNear, onPick }: Props) {
  const { name, note, found, shortcut, disabled } = choice
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <li
      ref={line}
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={disabled || undefined}
      onPointerMove={onNear}
      onClick={onPick}
      className={cn(
        'rounded-control flex cursor-pointer items-center justify-between gap-4 px-3 py-2 text-sm',
        isActive && 'bg-accent-soft outline-accent-ink outline-1 -outline-offset-1',
        disabled && 'cursor-not-allowed',
      )}
    >
      <span className="min-w-0">
        <span className={cn('block truncate font-medium', disabled && 'text-ink-soft')}>
          {name}
        </span>
        {note !== null && <span className="text-ink-soft block text-xs text-pretty">{note}</span>}
        {found?.customerName && (
          <span className="text-ink-soft block truncate text-xs">
            <bdi>{found.customerName}</bdi>
          </span>
        )}
      </span>
      {found !== null && <FoundSum found={found} />}
      {shortcut !== null && <Kbd>{shortcut}</Kbd>}
    </li>
  )
}

function FoundSum({ found: { amountMinor, currency, status } }: { found: FoundTransaction }) {
  const { money } = useFormats()
  return (
    <span className="flex shrink-0 items-center gap-3 text-right max-sm:grid max-sm:justify-items-end max-sm:gap-1">
      <StatusPill status={status} />
      <span className="text-ink font-medium">{money(amountMinor, currency)}</span>
    </span>
  )
}
