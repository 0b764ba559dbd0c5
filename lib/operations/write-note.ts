import { insertNote, isNoteStored } from '@/db/queries/payment/insert-note'
import { onlyWrite } from '@/db/refused-write'
import type { NoteInput } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from './runner/start-operation'

/** Keeps what a person writes about a payment; it can't be changed or taken back.
 * The same note sent twice is one note; `not_found` when there is no such payment. */
export async function writeNote(
  { database, actor, requestId }: OperationContext,
  input: NoteInput,
): Promise<Result<null>> {
  const note = { ...input, actor, requestId }
  const written =
    (await onlyWrite(insertNote(database, note))) || (await isNoteStored(database, note))
  return written ? success(null) : failure('not_found', { values: { what: 'payment' } })
}
