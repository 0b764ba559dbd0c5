import { expect, it } from 'vitest'
import { readListeningLine } from './sandbox'

it('reads the address from the line that says it', () => {
  expect(readListeningLine('{"sandbox":"listening","url":"http://127.0.0.1:4010/"}')).toBe(
    'http://127.0.0.1:4010',
  )
})

it.each([
  'Sandbox of the payment providers on http://127.0.0.1:4010',
  '{"sandbox":"stopping","url":"http://127.0.0.1:4010"}',
  '{"sandbox":"listening"}',
  '{"sandbox":',
  '',
])('makes nothing of %j', (line) => {
  expect(readListeningLine(line)).toBeUndefined()
})
