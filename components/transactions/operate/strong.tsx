import type { ReactNode } from 'react'

/** How sentences of the dialogs stress what they are about. */
export const STRONG = {
  strong: (words: ReactNode) => <strong className="text-ink font-semibold">{words}</strong>,
}
