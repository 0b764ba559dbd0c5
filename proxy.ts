import type { NextRequest, NextResponse } from 'next/server'
import { routeVisit } from '@/lib/access/route-visit'

/** Next calls this before every page. */
export function proxy(request: NextRequest): NextResponse {
  return routeVisit(request)
}

/** Pages only: not the API, Next's own files, or files with an extension. */
export const config = { matcher: ['/((?!api/|_next/|.*\\.[a-z0-9]+$).*)'] }
