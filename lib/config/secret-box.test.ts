import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSecret, sealSecret } from './secret-box'

const key = randomBytes(32)
const context = '0190a1b2-0000-7000-8000-000000000001'

describe('secret box', () => {
  it.each(['', 'client-secret', 'smørbrød 🔑', 'x'.repeat(10_000)])(
    'opens what it sealed',
    (plain) => {
      expect(openSecret(sealSecret(plain, key, context), key, context)).toEqual({
        ok: true,
        value: plain,
      })
    },
  )

  it('never seals the same text to the same bytes', () => {
    expect(sealSecret('same', key, context)).not.toBe(sealSecret('same', key, context))
  })

  it('refuses another key', () => {
    const sealed = sealSecret('secret', key, context)
    expect(openSecret(sealed, randomBytes(32), context)).toMatchObject({
      error: { code: 'secret_unreadable' },
    })
  })

  it('refuses another context', () => {
    const sealed = sealSecret('secret', key, context)
    expect(openSecret(sealed, key, 'another connection')).toMatchObject({
      error: { code: 'secret_unreadable' },
    })
  })

  it.each([
    ['iv', 1],
    ['tag', 2],
    ['ciphertext', 3],
  ])('refuses a changed %s', (_name, index) => {
    const parts = sealSecret('secret', key, context).split('.')
    const bytes = Buffer.from(parts[index] ?? '', 'base64url')
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
    parts[index] = bytes.toString('base64url')
    expect(openSecret(parts.join('.'), key, context)).toMatchObject({
      error: { code: 'secret_unreadable' },
    })
  })

  it.each([
    ['another version', (sealed: string) => sealed.replace('v1.', 'v2.')],
    ['a shortened tag', (sealed: string) => sealed.replace(/^(v1\.[^.]+\.[^.]{16})[^.]+/, '$1')],
    ['a missing part', (sealed: string) => sealed.slice(0, sealed.lastIndexOf('.'))],
    ['an added part', (sealed: string) => `${sealed}.AAAA`],
    ['padding', (sealed: string) => `${sealed}=`],
    ['nothing', () => ''],
  ])('refuses %s', (_name, change) => {
    const sealed = change(sealSecret('secret', key, context))
    expect(openSecret(sealed, key, context)).toMatchObject({ error: { code: 'secret_malformed' } })
  })
})
