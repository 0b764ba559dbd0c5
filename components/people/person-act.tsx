'use client'

import { useId, type ReactNode } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { Button } from '@/components/ui/button'
import type { Failure } from '@/lib/domain/operation/result'

interface Props {
  readonly button: string
  /** What a press does, and who notices. */
  readonly meaning: string
  readonly act: { readonly isPending: boolean; readonly failure: Failure | null }
  readonly onPress: () => void
  /** What was done, in words; null before. */
  readonly done: string | null
  readonly children?: ReactNode
}

/** One thing that can be done with a person: its meaning, its button and its result. */
export function PersonAct({ button, meaning, act, onPress, done, children }: Props) {
  const id = useId()
  return (
    <div className="grid gap-3 py-4 text-sm first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p id={id} className="text-ink-soft min-w-0 flex-1 basis-64 text-pretty">
          {meaning}
        </p>
        <Button busy={act.isPending} aria-describedby={id} onClick={onPress}>
          {button}
        </Button>
      </div>
      {children}
      <ActResult done={done} failure={act.failure} />
    </div>
  )
}
