/**
 * Results that the test of a connection meets, in plain words (§7.2). Any other keeps the provider's
 * description; the screen words those of operations by their code.
 */
const WORDS: Readonly<Record<string, string>> = {
  '800.120.100': 'The provider asked us to slow down.',
  '800.121.200':
    'Queries are not switched on for this account. Ask the provider to enable reports.',
  '800.900.300': 'The provider did not accept the access token.',
}

/** A result in words: ours where nobody else words it, else the provider's own. */
export function resultWords(result: {
  readonly code: string
  readonly description?: string | undefined
}): string {
  return WORDS[result.code] ?? result.description ?? `The provider answered ${result.code}.`
}
