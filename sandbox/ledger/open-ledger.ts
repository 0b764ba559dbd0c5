import { join } from 'node:path'
import { lockFolder } from './folder-lock'
import { memoryJournal, openFileJournal } from './journal'
import { Ledger } from './ledger'

/** An open ledger with the lock of its folder. */
export interface OpenLedger {
  readonly ledger: Ledger
  /** Bytes removed from a truncated last line; 0 normally. */
  readonly tornBytes: number
  /** Closes the journal and releases the folder. */
  close(): void
}

/** Opens the ledger of a folder, or one in memory for null. Throws LedgerError when it cannot. */
export function openLedger(
  dataDir: string | null,
  anchor: Date | undefined,
  seeded: boolean,
): OpenLedger {
  if (dataDir === null) {
    const ledger = Ledger.open(memoryJournal, anchor, seeded)
    return { ledger, tornBytes: 0, close: () => undefined }
  }
  const unlock = lockFolder(dataDir)
  try {
    let tornBytes = 0
    const journal = openFileJournal(join(dataDir, 'ledger.jsonl'), (bytes) => (tornBytes = bytes))
    const ledger = Ledger.open(journal, anchor, seeded)
    const close = (): void => {
      journal.close()
      unlock()
    }
    return { ledger, tornBytes, close }
  } catch (error) {
    unlock()
    throw error
  }
}
