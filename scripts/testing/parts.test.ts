import { expect, it } from 'vitest'
import { parseRequest, USUAL_PARTS } from './parts'

it.each([[[]], [['all']]])('test command: runs the usual parts for %j', (args) => {
  expect(parseRequest(args)).toEqual({ parts: USUAL_PARTS, extraArgs: [] })
})

it('test command: runs one part and passes the other arguments on', () => {
  expect(parseRequest(['unit', 'lib/domain', '--bail=1'])).toEqual({
    parts: ['unit'],
    extraArgs: ['lib/domain', '--bail=1'],
  })
})

it.each([[['everything']], [['all', 'lib']], [['static', 'lib']]])(
  'test command: refuses %j',
  (args) => {
    expect(() => parseRequest(args)).toThrow('Usage: npm test')
  },
)
