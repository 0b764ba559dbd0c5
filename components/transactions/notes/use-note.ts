'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Failure, Result } from '@/lib/domain/result'

export interface NoteInput {
  readonly noteId: string
  readonly transactionId: string
  readonly text: string
}

export type NoteAction = (input: NoteInput) => Promise<Result<null>>

/** The same note sent again is one note, so trying once more does no harm. */
const LOST: Failure = { code: 'note_lost' }

/**
 * A note that is being written. What was typed goes only once it is kept; the same words keep their
 * id however often they are sent.
 */
export function useNote(transactionId: string, action: NoteAction) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const noteId = useRef<string | null>(null)
  /** Not state: two clicks before the next drawing must count as one. */
  const busy = useRef(false)

  function change(next: string) {
    noteId.current = null
    setText(next)
    setFailure(null)
  }

  async function send(): Promise<void> {
    if (busy.current) return
    busy.current = true
    setIsPending(true)
    setFailure(null)
    noteId.current ??= crypto.randomUUID()
    const sent = text
    const input = { noteId: noteId.current, transactionId, text: sent }
    const result = await action(input).catch(() => null)
    busy.current = false
    setIsPending(false)
    if (result?.ok) {
      noteId.current = null
      setText((now) => (now === sent ? '' : now))
      router.refresh()
      return
    }
    setFailure(result === null ? LOST : result.error)
  }

  return { text, change, isPending, failure, send }
}
