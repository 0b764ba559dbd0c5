'use client'

import { createContext, useCallback, useEffect, useMemo, useState } from 'react'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { createKeptIntents, type KeptIntent } from './kept-intents'

/** The operation of the dialog, and the one intent that it stands for. */
export interface Intent {
  readonly kind: OperationKind
  readonly operationId: string
}

/** The entry that a form begins with, and what keeps its changes. */
interface KeptEntry {
  /** As it was typed before; null for an untouched form. */
  readonly entry: unknown
  readonly keep: (entry: unknown) => void
}

export const KeptEntryContext = createContext<KeptEntry>({ entry: null, keep: () => undefined })

/** States after which the same entry may be sent as another intent. */
const UNDONE: readonly OperationView['state'][] = ['refused', 'not_sent', 'abandoned']

/**
 * The intent of the open dialog. Its id is made when the dialog opens and is kept with the entry
 * for as long as nothing came of it: over closing, a reload, and signing in again.
 */
export function useIntent(personId: string, transactionId: string) {
  const [kept] = useState(() => createKeptIntents(personId, transactionId))
  const [intent, setIntent] = useState<Intent | null>(null)
  const [entry, setEntry] = useState<unknown>(null)
  const [isOpen, setIsOpen] = useState(false)

  // Whoever leaves for another page of ours leaves the dialog; a reload does not come by here.
  useEffect(() => () => kept.closeAll(), [kept])

  const begin = useCallback(
    (kind: OperationKind): KeptIntent => {
      const begun = kept.change(kind, {})
      setIntent({ kind, operationId: begun.operationId })
      setEntry(begun.entry)
      return begun
    },
    [kept],
  )

  const setOpen = useCallback(
    (kind: OperationKind, open: boolean) => {
      kept.change(kind, { isOpen: open })
      setIsOpen(open)
    },
    [kept],
  )

  /** Something came of it. What moved no money may be tried again: its entry is kept for that. */
  const end = useCallback(
    ({ kind, state }: Pick<OperationView, 'kind' | 'state'>) => {
      if (UNDONE.includes(state)) {
        const operationId = crypto.randomUUID()
        kept.change(kind, { operationId, isOpen: false, sentAtMs: null })
      } else kept.forget(kind)
      setIntent(null)
      setIsOpen(false)
    },
    [kept],
  )

  const keptEntry = useMemo(() => {
    const keep = (typed: unknown) => {
      if (intent !== null) kept.change(intent.kind, { entry: typed })
    }
    return { entry, keep }
  }, [entry, intent, kept])

  return { kept, intent, isOpen, keptEntry, begin, setOpen, end }
}
