import { describe, expect, it } from 'vitest'
import { prettyBody } from './pretty-body'

describe('prettyBody', () => {
  it('indents JSON', () => {
    const value = { amount: 1, items: [{ id: 'a, "b": {c}' }, []], none: {}, nothing: null }
    expect(prettyBody(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
  })

  it('keeps figures that exceed the precision of a number', () => {
    expect(prettyBody('{"id":12345678901234567890.10}')).toBe(
      '{\n  "id": 12345678901234567890.10\n}',
    )
  })

  it('leaves text that is not JSON unchanged', () => {
    expect(prettyBody('<html>{</html>')).toBe('<html>{</html>')
  })
})
