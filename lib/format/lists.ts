import { REGION, type Locale } from './locale'

export interface ListFormats {
  /** "Merchant staff or Admin" */
  readonly anyOf: (words: readonly string[]) => string
}

/** Formats of a language for lists. */
export function listFormats(locale: Locale): ListFormats {
  const disjunction = new Intl.ListFormat(REGION[locale], { type: 'disjunction' })
  return { anyOf: (words) => disjunction.format(words) }
}
