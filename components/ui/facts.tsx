import type { ReactNode } from 'react'
import { cn } from './cn'
import { CopyButton } from './copy-button'

/** A list of names and values. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="grid gap-2.5 px-5 pb-5 text-sm">{children}</dl>
}

interface FactProps {
  readonly name: string
  /** May run in either direction, whatever stands around it. */
  readonly value: ReactNode
  /** Offers a button that copies the value, where that is a text. */
  readonly copy?: boolean
  readonly href?: string | undefined
  /** An identifier of a machine, in small type. */
  readonly code?: boolean
}

export function Fact({ name, value, copy = false, href, code = false }: FactProps) {
  return (
    <div className="grid grid-cols-[7rem_1fr] items-baseline gap-3">
      <dt className="text-ink-faint">{name}</dt>
      <dd className="flex min-w-0 items-center gap-1">
        {href === undefined ? (
          <span className={cn('min-w-0 break-words', code && 'text-xs break-all')}>
            <bdi>{value}</bdi>
          </span>
        ) : (
          <a href={href} className="text-accent-ink min-w-0 break-words hover:underline">
            <bdi>{value}</bdi>
          </a>
        )}
        {copy && typeof value === 'string' && (
          <CopyButton text={value} what={name.toLowerCase()} className="-my-1" />
        )}
      </dd>
    </div>
  )
}
