import { submitProviderStart } from '@/lib/access/single-sign-on/submit-provider-sign-in'

/**
 * Begins a sign-in at the identity provider. A link leads here, and no form: pages may not send forms
 * to another origin.
 */
export async function GET(request: Request): Promise<Response> {
  const location = await submitProviderStart(new URL(request.url).searchParams)
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Asks for nothing: a head begins no sign-in. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: 'GET' } })
}
