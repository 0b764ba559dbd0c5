import { useState } from 'react'
import type { Availability } from '@/components/transactions/operate/availabilities'
import type { OperableTransaction } from '@/components/transactions/operate/operations'
import { useI18n } from '@/lib/i18n/use-i18n'
import { firstEntry, readEntry } from './amount-entry'
import { amountModes, type AmountKind } from './amount-modes'

/** The entry of an amount and what it comes to on the payment as it is now. */
export function useAmountEntry(
  kind: AmountKind,
  transaction: OperableTransaction,
  availability: Availability,
) {
  const i18n = useI18n()
  const maxMinor = availability.allowed ? availability.maxMinor : 0
  const modes = amountModes(kind, transaction, maxMinor, i18n.t)
  const [entry, setEntry] = useState(() => firstEntry(modes))
  const reading = readEntry(entry, modes, transaction.currency, i18n)
  return { modes, entry, setEntry, reading }
}
