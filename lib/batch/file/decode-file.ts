type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const MARKS: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Bytes at the beginning that show which of each two is empty. */
const SAMPLE = 1_000
/** Files of spreadsheets, documents and pictures, which hold no table in plain text. */
const OTHER_FILES =
  /^(PK\u0003\u0004|%PDF-|\u00d0\u00cf\u0011\u00e0|\u0089PNG|GIF8|\u00ff\u00d8\u00ff)/

/**
 * The text of a file as spreadsheets and warehouses write it: UTF-8, UTF-16 or Windows-1252, with a mark
 * of it or without. Null for a file that is no text.
 */
export function decodeFile(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (OTHER_FILES.test(head)) return null
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))
  const encoding = marked?.[1] ?? unmarkedUtf16(bytes)
  const text =
    encoding === null
      ? (decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252'))
      : decode(bytes, encoding)
  return text === null || text.includes('\0') ? null : text
}

/** Null where the bytes are not of this encoding. A mark of the encoding is left out of the text. */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** In the scripts of our languages one of two bytes is empty, nearly always. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE)
  const empty = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) empty[index % 2] = (empty[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = empty
  const most = sample.length / 4
  if (odd > most && even < most / 4) return 'utf-16le'
  return even > most && odd < most / 4 ? 'utf-16be' : null
}
