import { submitProviderAnswer } from '@/lib/access/single-sign-on/submit-provider-sign-in'
import { admitPerson } from '@/lib/people/single-sign-on/admit-person'

/** Where the identity provider sends a browser back to. Its code works once: a head must not use it. */
export async function GET(request: Request): Promise<Response> {
  const location = await submitProviderAnswer(new URL(request.url).searchParams, admitPerson)
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: 'GET' } })
}
