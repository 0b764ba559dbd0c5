import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { METRICS_PATH } from '@/lib/access/metrics-reader'
import { SESSION_COOKIE_NAMES } from '@/lib/access/session-cookie'
import { UNATTENDED_HEADER } from '@/lib/domain/access/unattended'

/** The parts of a request that the guard examines. */
export interface Visit {
  readonly method: string
  readonly pathname: string
  /** Path and search as pages know them, without what Next adds for itself. */
  readonly path: string
  readonly area: 'page' | 'api' | 'file'
  /** True when the path has an escape that stands for no text. */
  readonly isMalformed: boolean
  /** True when it calls a server action by its id, as scripts do. */
  readonly isAction: boolean
  /** True when it carries a session cookie, genuine or not. */
  readonly hasSession: boolean
  /** True when a person asks for a page or acts: no page that reads itself anew, no reading ahead. */
  readonly isUse: boolean
}

/** Any origin: only the path counts. */
const HERE = 'http://paydesk.invalid'

const SESSION = new RegExp(`(?:^|;\\s*)(?:${SESSION_COOKIE_NAMES.join('|')})=`)

/** Reads the head of a request; null when its target is no path. */
export function readVisit(request: IncomingMessage): Visit | null {
  const { url = '', method = '', headers } = request
  if (!url.startsWith('/') || !URL.canParse(HERE + url)) return null
  const address = new URL(HERE + url)
  const { pathname, searchParams } = address
  const area = areaOf(pathname)
  if (searchParams.has('_rsc')) searchParams.delete('_rsc')
  return {
    method,
    pathname,
    path: pathname + address.search,
    area,
    isMalformed: !isDecodable(pathname),
    isAction: headers['next-action'] !== undefined,
    hasSession: SESSION.test(headers.cookie ?? ''),
    isUse: area === 'page' && !isReadByItself(headers),
  }
}

/** Read ahead by the router or the browser, or read anew by an open page. */
function isReadByItself(headers: IncomingHttpHeaders): boolean {
  const isAhead = /\bprefetch\b/.test(String(headers['sec-purpose'] ?? headers.purpose ?? ''))
  return (
    isAhead ||
    headers['next-router-prefetch'] !== undefined ||
    headers['next-router-segment-prefetch'] !== undefined ||
    headers[UNATTENDED_HEADER] !== undefined
  )
}

function areaOf(pathname: string): Visit['area'] {
  if (pathname.startsWith('/api/') || pathname === METRICS_PATH) return 'api'
  return pathname.startsWith('/_next/') || /\.[a-z0-9]+$/.test(pathname) ? 'file' : 'page'
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
