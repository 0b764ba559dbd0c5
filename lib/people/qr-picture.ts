import { encode } from 'uqr'
import type { QrPicture } from '@/lib/domain/access/second-factor'

/** The quiet zone that the standard asks for, in squares. */
const MARGIN = 4

/** A text as a QR code: a drawing without styles or scripts, which the page's policy lets through. */
export function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'M', border: MARGIN })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return { size, path }
}
