import { describe, expect, it } from 'vitest'
import { isVectorPicture, readPicture } from './read-picture'

/** The head and the end of a PNG of this size; what is between has no meaning here. */
function png(widthPx: number, heightPx: number): Buffer {
  const head = Buffer.alloc(33)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head)
  head.writeUInt32BE(widthPx, 16)
  head.writeUInt32BE(heightPx, 20)
  return Buffer.concat([head, Buffer.from('0000000049454e44ae426082', 'hex')])
}

/** A JPEG with an application segment before the frame header. */
const JPEG = Buffer.from('ffd8ffe000044a46ffc2000b080040010003011100ffd9', 'hex')

function webp(chunk: string, body: string): Buffer {
  const data = Buffer.concat([
    Buffer.from(`WEBP${chunk}`),
    Buffer.alloc(4),
    Buffer.from(body, 'hex'),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from('RIFF'), size, data])
}

describe('a picture', () => {
  it.each([
    ['image/png', 400, 100, png(400, 100)],
    ['image/png', 20_000, 1, png(20_000, 1)],
    ['image/jpeg', 256, 64, JPEG],
    ['image/webp', 320, 80, webp('VP8 ', '0000009d012a40015000')],
    ['image/webp', 320, 80, webp('VP8L', '2f3fc11300')],
    ['image/webp', 320, 80, webp('VP8X', '000000003f01004f0000')],
  ])('is %s of %i by %i pixels by its bytes', (contentType, widthPx, heightPx, bytes) => {
    expect(readPicture(bytes)).toEqual({ contentType, widthPx, heightPx })
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('logo.png')],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00')],
    ['a PNG of no width', png(0, 10)],
    ['a PNG that is cut off', png(10, 10).subarray(0, 40)],
    ['a JPEG that is cut off', JPEG.subarray(0, 12)],
    ['a JPEG without a frame', Buffer.from('ffd8ffda0002ffd9', 'hex')],
    ['a WebP that is cut off', webp('VP8X', '000000003f01004f0000').subarray(0, 26)],
    ['a sound in RIFF', Buffer.from('RIFF\x04\x00\x00\x00WAVE')],
  ])('is not %s', (_, bytes) => {
    expect(readPicture(bytes)).toBeNull()
  })

  it('is a drawing with scripts, whatever comes before it', () => {
    expect(isVectorPicture(Buffer.from('\ufeff <?xml version="1.0"?><svg/>'))).toBe(true)
    expect(isVectorPicture(Buffer.from('<!-- a --><svg onload="x()">'))).toBe(true)
    expect(isVectorPicture(png(1, 1))).toBe(false)
  })
})
