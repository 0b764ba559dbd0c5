import { createCipheriv, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSecret, resealSecret, sealSecret } from './secret-box'

const [old, young] = [randomBytes(32), randomBytes(32)]
const keys = { current: old, previous: null }
/** After a rotation. */
const both = { current: young, previous: old }
const context = '0190a1b2-0000-7000-8000-000000000001'

describe('secret box', () => {
  it.each(['', 'client-secret', 'smørbrød 🔑', 'x'.repeat(10_000)])(
    'opens what it sealed',
    (plain) => {
      expect(openSecret(sealSecret(plain, keys, context), keys, context)).toEqual({
        ok: true,
        value: plain,
      })
    },
  )

  it('never seals the same text to the same bytes', () => {
    expect(sealSecret('same', keys, context)).not.toBe(sealSecret('same', keys, context))
  })

  it('refuses another key', () => {
    const sealed = sealSecret('secret', keys, context)
    expect(openSecret(sealed, { current: young, previous: null }, context)).toMatchObject({
      error: { code: 'secret_unreadable' },
    })
  })

  it('refuses another context', () => {
    const sealed = sealSecret('secret', keys, context)
    expect(openSecret(sealed, keys, 'another connection')).toMatchObject({
      error: { code: 'secret_unreadable' },
    })
  })

  it.each([
    ['iv', 2],
    ['tag', 3],
    ['ciphertext', 4],
  ])('refuses a changed %s', (_name, index) => {
    const parts = sealSecret('secret', keys, context).split('.')
    const bytes = Buffer.from(parts[index] ?? '', 'base64url')
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
    parts[index] = bytes.toString('base64url')
    expect(openSecret(parts.join('.'), keys, context)).toMatchObject({
      error: { code: 'secret_unreadable' },
    })
  })

  it.each([
    ['another version', (sealed: string) => sealed.replace('v2.', 'v3.')],
    ['no key id', (sealed: string) => sealed.replace(/^v2\.[^.]+/, 'v2')],
    [
      'a shortened tag',
      (sealed: string) => sealed.replace(/^(v2\.\w+\.[^.]+\.[^.]{16})[^.]+/, '$1'),
    ],
    ['a missing part', (sealed: string) => sealed.slice(0, sealed.lastIndexOf('.'))],
    ['an added part', (sealed: string) => `${sealed}.AAAA`],
    ['padding', (sealed: string) => `${sealed}=`],
    ['nothing', () => ''],
  ])('refuses %s', (_name, change) => {
    const sealed = change(sealSecret('secret', keys, context))
    expect(openSecret(sealed, keys, context)).toMatchObject({ error: { code: 'secret_malformed' } })
  })
})

/** As versions before 0.3 have sealed: without the id of the key. */
function sealedBefore(plain: string, key: Uint8Array): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(`v1.${context}`))
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'))
  return ['v1', ...parts].join('.')
}

describe('secret box with a previous key', () => {
  it('opens what either key has sealed, in either version, and seals with the current one', () => {
    const opened = { ok: true, value: 'secret' }
    for (const sealed of [
      sealSecret('secret', keys, context),
      sealedBefore('secret', old),
      sealedBefore('secret', young),
    ]) {
      expect(openSecret(sealed, both, context)).toEqual(opened)
    }
    const fresh = sealSecret('secret', both, context)
    expect(openSecret(fresh, { current: young, previous: null }, context)).toEqual(opened)
    expect(openSecret(fresh, keys, context)).toMatchObject({ error: { code: 'secret_unreadable' } })
    // An instance that has the new key as the one to come opens what others seal with it already.
    expect(openSecret(fresh, { current: old, previous: young }, context)).toEqual(opened)
  })

  it('seals anew what the previous key or an earlier version has sealed, and nothing else', () => {
    const olds = [sealSecret('secret', keys, context), sealedBefore('secret', young)]
    for (const sealed of olds) {
      const resealed = resealSecret(sealed, both, context)
      if (!resealed.ok) throw new Error(resealed.error.code)
      expect(resealed.value).not.toBe(sealed)
      const alone = { current: young, previous: null }
      expect(openSecret(resealed.value, alone, context)).toEqual({ ok: true, value: 'secret' })
      expect(resealSecret(resealed.value, both, context)).toEqual(resealed)
    }
  })

  it('does not take what only names the current key for sealed with it', () => {
    const [version, , ...rest] = sealSecret('secret', keys, context).split('.')
    const id = sealSecret('', both, context).split('.')[1]
    const renamed = [version, id, ...rest].join('.')
    expect(openSecret(renamed, both, context)).toMatchObject({ ok: false })
    expect(resealSecret(renamed, both, context)).toMatchObject({ ok: false })
    const ring = { current: old, previous: old }
    const asOther = sealSecret('secret', keys, context).replace(/^v2\.\w+/, 'v2.00000000')
    expect(openSecret(asOther, ring, context)).toMatchObject({ ok: false })
  })
})
