import { expect, it } from 'vitest'
import { readListeningLine } from './sandbox'

it('sandbox address: read from the line that states it', () => {
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
])('sandbox address: none in %j', (line) => {
  expect(readListeningLine(line)).toBeUndefined()
})
