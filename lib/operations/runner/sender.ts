import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { holdSenderLock, type SenderLock } from '@/db/queries/operations/sender-lock'
import { log } from '@/lib/observability/log'

/** Who is going to send, with the lock of its attempt. */
export interface Sender {
  readonly attemptId: string
  /** Stands before anything is written; rejects when it could not be had. */
  readonly lock: Promise<SenderLock>
  /** Gives the lock back, once; also when nothing was sent. */
  dismiss(): void
}

/**
 * Asks for the lock of a send on its own connection, so that it stands by the time the payment is
 * read. The lock tells repair that bytes may still leave: a process can be suspended for hours between
 * its last reading of the clock and the write, and only its connection ends with it.
 */
export function prepareSender(database: Database): Sender {
  const attemptId = uuidv7()
  const lock = holdSenderLock(database, attemptId)
  // Its error is told to who sends; where nothing is to be sent it concerns nobody.
  lock.catch(() => undefined)
  let isDismissed = false
  return {
    attemptId,
    lock,
    dismiss: () => {
      if (isDismissed) return
      isDismissed = true
      void lock.then(
        (held) =>
          held
            .release()
            .catch((error: unknown) => log().warn({ error, attemptId }, 'lock not released')),
        () => undefined,
      )
    },
  }
}
