import type { LogoType } from '@/lib/domain/access/organization-settings'

export interface Picture {
  readonly contentType: LogoType
  readonly widthPx: number
  readonly heightPx: number
}

/**
 * The kind and size of a picture by its bytes, whatever its name says; null for anything that is no
 * PNG, JPEG or WebP, and for one that is cut off before its size or its end.
 */
export function readPicture(bytes: Uint8Array): Picture | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readPng(view) ?? readJpeg(view) ?? readWebp(view)
  } catch (error) {
    // A read past the end.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** True for a drawing in XML, which may hold scripts. */
export function isVectorPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1_000)).toString('latin1')
  return /<svg[\s>]|<!DOCTYPE svg|^[\x00\xef\xbb\xbf\xfe\xff\s]*<\?xml/i.test(head)
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const PNG_HEAD = Buffer.from('0000000d49484452', 'hex')
const PNG_END = Buffer.from('49454e44ae426082', 'hex')

/** https://www.w3.org/TR/png-3/: the signature, IHDR first, IEND last. */
function readPng(view: Buffer): Picture | null {
  const isWhole = view.subarray(-PNG_END.length).equals(PNG_END)
  if (!view.subarray(0, 8).equals(PNG) || !view.subarray(8, 16).equals(PNG_HEAD) || !isWhole) {
    return null
  }
  return picture('image/png', view.readUInt32BE(16), view.readUInt32BE(20))
}

const MARKER = 0xff
const START = 0xd8
const END = 0xd9
const SCAN = 0xda

/** ITU-T T.81: segments with their lengths; the frame header (SOF) has the size. */
function readJpeg(view: Buffer): Picture | null {
  if (view.readUInt16BE(0) !== MARKER * 256 + START) return null
  if (!view.includes(Buffer.of(MARKER, END))) return null
  let at = 2
  while (view.readUInt8(at) === MARKER) {
    const kind = view.readUInt8(at + 1)
    if (isFrame(kind)) {
      return picture('image/jpeg', view.readUInt16BE(at + 7), view.readUInt16BE(at + 5))
    }
    if (kind === SCAN || kind === END) return null
    // A marker may be preceded by any number of fill bytes.
    at += kind === MARKER ? 1 : 2 + view.readUInt16BE(at + 2)
  }
  return null
}

/** SOF0 to SOF15; C4, C8 and CC are other things. */
function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc
}

/** RFC 9649: a RIFF container whose first chunk is VP8, VP8L or VP8X, each with the size elsewhere. */
function readWebp(view: Buffer): Picture | null {
  const text = (from: number, to: number) => view.toString('latin1', from, to)
  if (text(0, 4) !== 'RIFF' || text(8, 12) !== 'WEBP') return null
  if (view.length < view.readUInt32LE(4) + 8) return null
  switch (text(12, 16)) {
    case 'VP8 ':
      if (view.readUIntBE(23, 3) !== 0x9d012a) return null
      return picture('image/webp', view.readUInt16LE(26) & 0x3fff, view.readUInt16LE(28) & 0x3fff)
    case 'VP8L': {
      if (view.readUInt8(20) !== 0x2f) return null
      const bits = view.readUInt32LE(21)
      return picture('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
    }
    case 'VP8X':
      return picture('image/webp', view.readUIntLE(24, 3) + 1, view.readUIntLE(27, 3) + 1)
    default:
      return null
  }
}

function picture(contentType: LogoType, widthPx: number, heightPx: number): Picture | null {
  return widthPx > 0 && heightPx > 0 ? { contentType, widthPx, heightPx } : null
}
