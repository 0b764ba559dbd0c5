'use client'

import { useTranslations } from 'next-intl'
import { useId, type ComponentProps } from 'react'
import { StepUpFields } from './step-up-fields'

interface Props extends ComponentProps<typeof StepUpFields> {
  /** What goes on by itself afterwards, as its button says it. */
  readonly about: string
}

/** Asks within an open dialog for a fresh second factor, in the place of the dialog's own form. */
export default function StepUpPanel({ about, ...fields }: Props) {
  const t = useTranslations('access.stepUp')
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-5 px-5 py-5 sm:px-6">
      <div className="grid gap-1 text-sm">
        <h3 id={id} className="text-ink text-base font-semibold">
          {t('title')}
        </h3>
        <p className="text-ink font-medium">{about}</p>
        <p className="text-ink-soft text-pretty">
          {t(fields.ways.length === 0 ? 'none' : 'meaning')}
        </p>
      </div>
      <StepUpFields {...fields} />
    </section>
  )
}
