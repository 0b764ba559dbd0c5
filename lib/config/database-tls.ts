import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'

/** The driver's `ssl` option; left out, the connection is as the address says. */
export interface DatabaseTls {
  readonly ssl?: ProvedServer
}

interface ProvedServer {
  readonly ca?: string
  readonly rejectUnauthorized: true
  readonly checkServerIdentity: (
    hostname: string,
    certificate: PeerCertificate,
  ) => Error | undefined
}

/** `require` encrypts and proves nothing about the server, as `prefer` does where there is TLS. */
const UNPROVED = ['disable', 'prefer', 'require']

/**
 * The TLS of connections to a database. With a file of authorities, or with `sslmode=verify-full`,
 * the server's certificate must be signed by one of them, or else by a public one, and name the host.
 * @param caFile the path of PAYDESK_DATABASE_CA
 * @throws a sentence that names the setting when the two contradict each other or cannot be used
 */
export function readDatabaseTls(databaseUrl: string, caFile: string | undefined): DatabaseTls {
  if (!URL.canParse(databaseUrl)) return {}
  const { hostname, searchParams } = new URL(databaseUrl)
  if (searchParams.has('sslrootcert')) {
    throw new Error('DATABASE_URL must not have sslrootcert: set PAYDESK_DATABASE_CA to that file.')
  }
  const mode = searchParams.get('sslmode')
  if (mode !== null && mode !== 'verify-full' && !UNPROVED.includes(mode)) {
    throw new Error('sslmode of DATABASE_URL must be verify-full, require, prefer or disable.')
  }
  if (caFile === undefined && mode !== 'verify-full') return {}
  if (mode !== null && mode !== 'verify-full') {
    throw new Error(
      `PAYDESK_DATABASE_CA needs sslmode=verify-full in DATABASE_URL, or no sslmode: ${mode} proves nothing about the server.`,
    )
  }
  return { ssl: provedFor(hostname, caFile === undefined ? {} : { ca: readAuthorities(caFile) }) }
}

/** The driver names no host that is an address, and Node would compare the certificate with another. */
function provedFor(hostname: string, authorities: { readonly ca?: string }): ProvedServer {
  const address = hostname.replace(/^\[|\]$/g, '')
  return {
    ...authorities,
    rejectUnauthorized: true,
    checkServerIdentity: (name, certificate) =>
      checkServerIdentity(isIP(address) === 0 ? name : address, certificate),
  }
}

function readAuthorities(file: string): string {
  try {
    const text = readFileSync(file, 'utf8')
    if (new X509Certificate(text).raw.length > 0) return text
  } catch {
    // Said below, without what the file holds.
  }
  throw new Error(
    `PAYDESK_DATABASE_CA names ${file}, which is no certificate in PEM that this user may read.`,
  )
}

const UNSIGNED =
  'the certificate of its server is not signed by an authority of PAYDESK_DATABASE_CA, or of the public ones where that is not set.'
const UNTIMELY = 'the certificate of its server has expired, or is not valid yet.'

const CERTIFICATE_PROBLEMS: Readonly<Record<string, string>> = {
  ERR_TLS_CERT_ALTNAME_INVALID:
    'the certificate of its server does not name the host of DATABASE_URL.',
  SELF_SIGNED_CERT_IN_CHAIN: UNSIGNED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNSIGNED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNSIGNED,
  UNABLE_TO_GET_ISSUER_CERT: UNSIGNED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNSIGNED,
  CERT_SIGNATURE_FAILURE: UNSIGNED,
  CERT_HAS_EXPIRED: UNTIMELY,
  CERT_NOT_YET_VALID: UNTIMELY,
}

/** The rest of a sentence about a server that TLS does not prove, by the error's code; else null. */
export function describeUnprovedServer(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return CERTIFICATE_PROBLEMS[code] ?? null
}
