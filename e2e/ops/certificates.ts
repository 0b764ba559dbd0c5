import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Certificate {
  readonly certificateFile: string
  readonly keyFile: string
}

/** An authority that signs certificates of servers, for two days. */
export interface Authority {
  readonly file: string
  /** Its certificate in PEM. */
  readonly pem: string
  /** @param names as in a certificate: `DNS:localhost,IP:127.0.0.1` */
  issue(name: string, names: string): Certificate
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

function openssl(args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Makes an authority with the OpenSSL of the operating system; its files are in the folder. */
export function makeAuthority(folder: string, name: string): Authority {
  const inFolder = (file: string) => path.join(folder, file)
  const [file, keyFile] = [inFolder(`${name}.pem`), inFolder(`${name}.key`)]
  const itself = ['-keyout', keyFile, '-out', file, '-days', '2', '-subj', `/CN=${name}`]
  openssl(['req', '-x509', ...NEW_KEY, ...itself])
  return {
    file,
    pem: readFileSync(file, 'utf8'),
    issue: (server, names) => {
      const [key, request, extensions, certificate] = ['key', 'csr', 'ext', 'pem'].map((ending) =>
        inFolder(`${server}.${ending}`),
      ) as [string, string, string, string]
      writeFileSync(extensions, `subjectAltName=${names}\n`)
      openssl(['req', ...NEW_KEY, '-keyout', key, '-out', request, '-subj', `/CN=${server}`])
      const signing = ['-CA', file, '-CAkey', keyFile, '-CAcreateserial', '-days', '2']
      openssl([
        'x509',
        '-req',
        '-in',
        request,
        ...signing,
        '-extfile',
        extensions,
        '-out',
        certificate,
      ])
      return { certificateFile: certificate, keyFile: key }
    },
  }
}
