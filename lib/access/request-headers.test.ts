import { beforeAll, describe, expect, it } from 'vitest'
import { setTestEnvironment } from '@/testing/test-environment'
import { isOwnOrigin } from './request-headers'

beforeAll(() => setTestEnvironment({ NEXTAUTH_URL: 'https://paydesk.example/some/path' }))

describe('the origin of a request', () => {
  it('is ours when it is that of our address', () => {
    expect(isOwnOrigin('https://paydesk.example')).toBe(true)
  })

  it.each([
    null,
    '',
    'null',
    'https://paydesk.example.evil.example',
    'https://paydesk.example:8443',
    'https://evil.example/https://paydesk.example',
    'https://sub.paydesk.example',
    'http://paydesk.example',
    'https://paydesk.example/',
    'https://paydesk.exampl',
    'HTTPS://PAYDESK.EXAMPLE',
  ])('is not ours: %s', (header) => {
    expect(isOwnOrigin(header)).toBe(false)
  })
})
