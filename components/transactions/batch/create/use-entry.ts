'use client'

import { useTabText } from '@/components/act/use-tab-text'
import type { ReasonEntry } from '@/components/transactions/operate/reason-entry'
import type { BatchKind } from '@/lib/domain/batch/batch'
import { isReasonCode } from '@/lib/domain/operation/reasons'

/** The ways to name the payments of a batch here. */
export type Way = 'pasted' | 'file'

/** What is entered for a new batch; it outlives a reload of the tab, but for the file. */
export function useEntry([first, ...others]: readonly [BatchKind, ...BatchKind[]]) {
  const [kindText, setKind] = useTabText('batch-kind')
  const [wayText, setWay] = useTabText('batch-way')
  const [text, setText] = useTabText('batch-orders')
  const [code, setCode] = useTabText('batch-reason')
  const [note, setNote] = useTabText('batch-note')
  const kind = others.find((one) => one === kindText) ?? first
  const way: Way = wayText === 'file' ? 'file' : 'pasted'
  const reason: ReasonEntry = { reason: isReasonCode(code) ? code : null, note }
  return {
    kind,
    way,
    text,
    reason,
    setKind: (next: BatchKind) => {
      setKind(next)
      // Each kind has its own reasons.
      setCode('')
    },
    setWay: (next: Way) => setWay(next),
    setText: (next: string) => setText(next),
    setReason: (next: ReasonEntry) => {
      setCode(next.reason ?? '')
      setNote(next.note)
    },
    /** Once there is a batch of it. */
    forget: () => {
      for (const set of [setText, setCode, setNote]) set('')
    },
  }
}
