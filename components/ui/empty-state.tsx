import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

interface Props {
  readonly icon: IconName
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** The content of an empty list: the reason, and the next step. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="grid justify-items-center px-6 py-16 text-center">
      <span className="border-line bg-sunken text-ink-faint mb-4 grid size-12 place-items-center rounded-full border">
        <Icon name={icon} className="size-5" />
      </span>
      <h2 className="text-ink text-base font-semibold">{title}</h2>
      <p className="text-ink-soft mt-1 max-w-md text-sm text-pretty">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
