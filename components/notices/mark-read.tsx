'use client'

import { useState } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { FailureAlert } from '@/components/act/failure-alert'
import { Button } from '@/components/ui/button'
import type { ReadNoticesInput } from '@/lib/domain/access/notice-inputs'
import type { Result } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'

export type ReadNoticesAction = (input: ReadNoticesInput) => Promise<Result<null>>

interface LineProps {
  readonly line: string
  /** What the notice says. */
  readonly name: string
  readonly action: ReadNoticesAction
}

/** Marks one line as read; the page is read again then. */
export function MarkRead({ line, name, action }: LineProps) {
  const { t } = useI18n()
  const { isPending, failure, act } = usePersonAct(action)
  return (
    <div className="grid justify-items-end gap-2">
      <Button
        size="small"
        tone="quiet"
        busy={isPending}
        aria-label={t('notices.markReadNamed', { notice: name })}
        onClick={() => void act({ line })}
      >
        {t('notices.markRead')}
      </Button>
      <FailureAlert failure={failure} />
    </div>
  )
}

interface AllProps {
  readonly hasUnread: boolean
  readonly action: ReadNoticesAction
}

/** Marks everything as read; what is said then takes the focus of the button, which is gone. */
export function MarkAllRead({ hasUnread, action }: AllProps) {
  const { t } = useI18n()
  const [isDone, setDone] = useState(false)
  const { isPending, failure, act } = usePersonAct(action)

  async function markAll() {
    const result = await act({ line: null })
    setDone(result?.ok === true)
  }

  return (
    <div className="grid justify-items-end gap-2">
      {hasUnread && (
        <Button size="small" busy={isPending} onClick={() => void markAll()}>
          {t(isPending ? 'notices.marking' : 'notices.markAllRead')}
        </Button>
      )}
      <ActResult
        done={isDone && !hasUnread ? t('notices.markedAll') : null}
        failure={failure}
        takesFocus
      />
    </div>
  )
}
