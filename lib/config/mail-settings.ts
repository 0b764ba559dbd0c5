import { isLocal } from './local-address'

/** The server that takes our mails. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** True where TLS begins with the first byte, false where STARTTLS begins it. */
  readonly isTlsFirst: boolean
  /** False for a server of this machine alone. */
  readonly requiresTls: boolean
  readonly credentials: { readonly user: string; readonly password: string } | null
}

/** In whose name mails are sent. */
export interface MailSender {
  readonly name: string
  readonly address: string
}

export interface MailSettings {
  readonly server: SmtpServer
  readonly sender: MailSender
}

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const

/** The server of an address such as smtp://user:password@host:587; null when it is malformed. */
export function parseSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const { protocol, hostname, port, username, password, pathname, search, hash } = url
  if (protocol !== 'smtp:' && protocol !== 'smtps:') return null
  if (hostname === '' || !/^\/?$/.test(pathname) || search !== '' || hash !== '') return null
  const [user, secret] = [decode(username), decode(password)]
  if (user === null || secret === null || (user === '') !== (secret === '')) return null
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? PORTS[protocol] : Number(port),
    isTlsFirst: protocol === 'smtps:',
    requiresTls: !isLocal(url),
    credentials: user === '' ? null : { user, password: secret },
  }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The sender of a text such as `Paydesk <no-reply@example.com>`, or of the address alone. */
export function parseSender(text: string): MailSender | null {
  const [, name = '', address = text] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? []
  const isAddress = /^[^\s@<>,;:"\p{Cc}]+@[^\s@<>,;:"\p{Cc}]+$/u.test(address.trim())
  return isAddress && !/\p{Cc}/u.test(name) ? { name: name.trim(), address: address.trim() } : null
}
