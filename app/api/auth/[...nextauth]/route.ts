import NextAuth, { type NextAuthOptions } from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/lib/access/auth-options'
import { isOwnOrigin } from '@/lib/access/origin'
import { foreignOrigin } from '@/lib/access/refusals'

type Handler = (
  request: NextRequest,
  route: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>

const handle = (options: NextAuthOptions) => NextAuth(options) as Handler

export const GET: Handler = (request, route) => handle(authOptions())(request, route)

export const POST: Handler = async (request, route) =>
  isOwnOrigin(request.headers.get('origin'))
    ? handle(authOptions())(request, route)
    : Response.json(foreignOrigin(), { status: 403 })
