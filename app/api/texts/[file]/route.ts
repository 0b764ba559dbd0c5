import { LOCALES } from '@/lib/domain/access/person-settings'
import { textsFileOf } from '@/lib/i18n/texts-file'

export const dynamic = 'force-dynamic'

interface Context {
  readonly params: Promise<{ readonly file: string }>
}

/**
 * The texts of a language, for anyone: the pages before signing in have them too. Browsers keep a file
 * for good. What another build asks for by a name of its own gets the texts that are here, once.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file: name } = await params
  const locale = LOCALES.find((one) => name.startsWith(`${one}-`))
  if (locale === undefined) return new Response(null, { status: 404 })
  const file = textsFileOf(locale)
  return new Response(new Uint8Array(file.zipped), {
    headers: {
      'content-type': 'application/gzip',
      'cache-control': name === file.name ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  })
}
