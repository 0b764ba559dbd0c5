import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** Renders the stressed part of a dialog's sentence. */
export const STRONG = {
  strong: (words: ReactNode) => <strong className="text-ink font-semibold">{words}</strong>,
}

/** The name of a field that may stay empty. */
export function OptionalLabel({ name }: { readonly name: 'note' | 'reference' }) {
  const t = useTranslations('dialogs')
  return t.rich(name, {
    soft: (words) => <span className="text-ink-faint font-normal">{words}</span>,
  })
}
