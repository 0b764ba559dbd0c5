'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { StepUpFields } from './step-up-fields'

/** Asks for a fresh second factor in a dialog of its own, above what was pressed. */
export default function StepUpDialog(fields: ComponentProps<typeof StepUpFields>) {
  const t = useTranslations('access.stepUp')
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) fields.onCancel()
      }}
      title={t('title')}
      description={t(fields.ways.length === 0 ? 'none' : 'meaning')}
    >
      <div className="p-5 sm:p-6">
        <StepUpFields {...fields} />
      </div>
    </Dialog>
  )
}
