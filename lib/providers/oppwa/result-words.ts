/** Codes that staff meet, in plain words (§7.2); any other keeps the provider's description. */
const WORDS: Readonly<Record<string, string>> = {
  '100.550.300': 'The amount is missing or too low for the provider.',
  '100.550.301': 'The amount is too large for the provider.',
  '100.550.701': 'The amounts do not match at the provider.',
  '100.550.702': 'The currencies do not match at the provider.',
  '600.200.500': 'The currency or card brand is not set up for this account.',
  '700.100.500': 'The payment is in another currency.',
  '700.100.600': 'The payment was made in another test mode.',
  '700.300.400': 'It is too late to capture this payment.',
  '700.300.700': 'It is too late to void this payment. Refund it instead.',
  '700.300.800': 'This payment cannot be voided. Refund it instead.',
  '700.400.100': 'The amount is more than what is left to capture, or the payment was voided.',
  '700.400.101': 'The acquirer does not support this capture.',
  '700.400.200': 'The amount is more than what is left to refund, or the payment was voided.',
  '700.400.300': 'The payment is already voided or refunded.',
  '700.400.510': 'There is no authorization at the provider that could be captured.',
  '700.400.520': 'There is no capture at the provider that could be refunded.',
  '700.400.530': 'There is nothing at the provider that could be voided.',
  '700.400.570': 'An earlier operation on this payment is still pending at the provider.',
  '700.400.700': 'The payment belongs to another entity of this merchant.',
  '700.500.002': 'It is too late for this operation.',
  '800.100.150': 'The bank refused the refund: it is for gambling.',
  '800.100.155': 'The bank refused: the amount exceeds the credit.',
  '800.100.176': 'The account is not available for now. It may work later.',
  '800.120.100': 'The provider asked us to slow down.',
  '800.121.200':
    'Queries are not switched on for this account. Ask the provider to enable reports.',
  '800.900.300': 'The provider did not accept the access token.',
  '900.100.200': 'The acquirer answered with an error. Ask the acquirer for the reason.',
  '900.100.201': 'The acquirer answered with an error. Ask the acquirer for the reason.',
  '900.100.202': 'The acquirer does not allow this for the payment.',
  '900.100.203': 'The gateway answered with an error. Ask the acquirer for the reason.',
}

/** A result in words for people: ours where we have them, else the provider's own. */
export function resultWords(result: {
  readonly code: string
  readonly description?: string | undefined
}): string {
  return WORDS[result.code] ?? result.description ?? `The provider answered ${result.code}.`
}
