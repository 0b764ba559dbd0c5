import type { FoundTransaction } from '@/lib/domain/view/transaction-view'

/** Something to pick in the palette. */
export interface Choice {
  readonly id: string
  readonly name: string
  /** A line below the name: the effect, or the reason that it can't be done now. */
  readonly note: string | null
  /** The payment that it leads to. */
  readonly found: FoundTransaction | null
  /** Its shortcut. */
  readonly shortcut: string | null
  readonly disabled: boolean
  readonly run: () => void
}

export interface ChoiceGroup {
  readonly name: 'actions' | 'transactions' | 'pages'
  readonly choices: readonly Choice[]
}

/** The choices whose names have a word that begins with each word of the text. */
export function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = words(text)
  return choices.filter(({ name }) => {
    const has = words(name)
    return wanted.every((word) => has.some((own) => own.startsWith(word)))
  })
}

function words(text: string): readonly string[] {
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** The choice after or before one, round and round; the first or last where none is chosen. */
export function neighbour(
  choices: readonly Choice[],
  id: string | null,
  step: 1 | -1,
): Choice | undefined {
  const at = choices.findIndex((choice) => choice.id === id)
  if (at === -1) return choices.at(step === 1 ? 0 : -1)
  return choices[(at + step + choices.length) % choices.length]
}
