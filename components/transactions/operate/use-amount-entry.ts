import { useState } from 'react'
import type { OperableTransaction } from './operations'
import { amountModes, type AmountKind } from './amount-modes'
import { firstEntry, readEntry } from './amount-entry'
import type { Availability } from '@/lib/domain/capability'

/** The entry of an amount and what it comes to on the payment as it is now. */
export function useAmountEntry(
  kind: AmountKind,
  transaction: OperableTransaction,
  availability: Availability,
) {
  const maxMinor = availability.allowed ? availability.maxMinor : 0
  const modes = amountModes(kind, transaction, maxMinor)
  const [entry, setEntry] = useState(() => firstEntry(modes))
  return { modes, entry, setEntry, reading: readEntry(entry, modes, transaction.currency) }
}
