/**
 * The link that writes to an e-mail address, RFC 6068. Nothing in the address becomes a field of the
 * message, such as `?bcc=`.
 */
export function mailLink(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`
}

/** The link that calls a telephone number, RFC 3966; undefined when there is no digit to dial. */
export function phoneLink(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '')
  if (digits === '') return undefined
  return `tel:${phone.trim().startsWith('+') ? '+' : ''}${digits}`
}
