import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { Icon, type IconName } from './icon'

const bannerStyle = cva('flex gap-3 rounded-card border px-4 py-3 text-sm', {
  variants: {
    tone: {
      neutral: 'border-line bg-surface text-ink-soft',
      good: 'border-good-line bg-good-soft text-good-ink',
      bad: 'border-bad-line bg-bad-soft text-bad-ink',
      warn: 'border-warn-line bg-warn-soft text-warn-ink',
      info: 'border-info-line bg-info-soft text-info-ink',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

export type BannerTone = NonNullable<VariantProps<typeof bannerStyle>['tone']>

interface Props {
  readonly tone: BannerTone
  readonly icon: IconName
  readonly role?: 'alert' | 'status'
  readonly className?: string
  readonly children: ReactNode
}

/** A message that belongs to the whole page or dialog. */
export function Banner({ tone, icon, role, className, children }: Props) {
  return (
    <div role={role} className={cn(bannerStyle({ tone }), className)}>
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
