'use client'

import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { usePersonId } from '@/components/access/shared/role'
import { useTabText } from '@/components/act/use-tab-text'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import type { NoteInput } from '@/lib/domain/operation/inputs'
import type { Failure, Result } from '@/lib/domain/operation/result'

export type NoteAction = (input: NoteInput) => Promise<Result<null>>

/** A note is stored once by its id, so that sending it again is safe. */
const NO_RESPONSE: Failure = { code: 'note_no_response' }

/**
 * A note that is being written. The text is cleared only once it is stored, and kept over a reload; the same text keeps its
 * id however often they are sent.
 */
export function useNote(transactionId: string, action: NoteAction) {
  const router = useRouter()
  const [text, setText] = useTabText(`${usePersonId()}:${transactionId}:note`)
  const { isPending, failure, run, forget } = useOneAtATime(action, NO_RESPONSE)
  const noteId = useRef<string | null>(null)

  function change(next: string) {
    noteId.current = null
    setText(next)
    forget()
  }

  async function send(): Promise<void> {
    noteId.current ??= crypto.randomUUID()
    const result = await run({ noteId: noteId.current, transactionId, text })
    if (result?.ok !== true) return
    noteId.current = null
    setText((now) => (now === text ? '' : now))
    router.refresh()
  }

  return { text, change, isPending, failure, send }
}
