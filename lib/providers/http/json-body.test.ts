import { describe, expect, it } from 'vitest'
import { parseJson } from './json-body'

describe('parseJson', () => {
  it('keeps integers that a float would round as text, wherever they stand', () => {
    const text = '{"id":25506297014116353,"all":[-9223372036854775808,{"n":18446744073709551615}]}'
    expect(parseJson(text)?.value).toEqual({
      id: '25506297014116353',
      all: ['-9223372036854775808', { n: '18446744073709551615' }],
    })
  })

  it('leaves safe integers, fractions and text as they are', () => {
    const text =
      '{"a":9007199254740991,"b":0.12345678901234567,"c":"say \\"25506297014116353\\", 25506297014116353","d":1e20}'
    expect(parseJson(text)?.value).toEqual(JSON.parse(text))
  })

  it('keeps what PostgreSQL can, in names and values', () => {
    const text = String.raw`{"a\u0000":"Ka\u0000ri","b":["\ud83d!","\ud83d\ude00","\\u0000"]}`
    expect(parseJson(text)?.value).toEqual({ a: 'Kari', b: ['\ufffd!', '😀', '\\u0000'] })
  })

  it.each(['', '<html>', '{"id":2550629701411635', '{25506297014116353:1}'])(
    'gives null for what is not JSON: %s',
    (text) => expect(parseJson(text)).toBeNull(),
  )
})
