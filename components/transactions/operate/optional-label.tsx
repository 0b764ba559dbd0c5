import { useTranslations } from 'next-intl'

/** The name of a field that may stay empty. */
export function OptionalLabel({ name }: { readonly name: 'note' | 'reference' }) {
  const t = useTranslations('dialogs')
  return t.rich(name, {
    soft: (words) => <span className="text-ink-faint font-normal">{words}</span>,
  })
}
