import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { Icon, type IconName } from './icon'

const pillStyle = cva(
  'inline-flex min-h-6 items-center gap-1 rounded-full border px-2 text-xs font-medium sm:whitespace-nowrap',
  {
    variants: {
      tone: {
        neutral: 'border-line bg-sunken text-ink-soft',
        accent: 'border-accent-line bg-accent-soft text-accent-ink',
        good: 'border-good-line bg-good-soft text-good-ink',
        bad: 'border-bad-line bg-bad-soft text-bad-ink',
        warn: 'border-warn-line bg-warn-soft text-warn-ink',
        info: 'border-info-line bg-info-soft text-info-ink',
        back: 'border-back-line bg-back-soft text-back-ink',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type PillTone = NonNullable<VariantProps<typeof pillStyle>['tone']>

interface Props {
  readonly tone?: PillTone
  /** Colour is never alone: the icon and the words say the same. */
  readonly icon?: IconName
  readonly className?: string
  readonly children: ReactNode
}

export function Pill({ tone, icon, className, children }: Props) {
  return (
    <span className={cn(pillStyle({ tone }), className)}>
      {icon && <Icon name={icon} className="-ml-0.5 size-3.5" />}
      {children}
    </span>
  )
}
