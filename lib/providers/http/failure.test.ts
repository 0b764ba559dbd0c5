import { describe, expect, it } from 'vitest'
import { failureOf } from './failure'

function failed(code: string, syscall?: string): Error {
  return Object.assign(new Error(code), { code, syscall })
}

describe('failureOf', () => {
  it.each([
    ['EHOSTUNREACH', 'connect'],
    ['ENETUNREACH', 'connect'],
    ['ECONNREFUSED', 'connect'],
    ['EAI_AGAIN', 'getaddrinfo'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', undefined],
  ])('is before the first byte: %s of %s', (code, syscall) => {
    expect(failureOf(failed(code, syscall))).toEqual({ code, isBeforeFirstByte: true })
  })

  it.each([
    ['EHOSTUNREACH', 'read'],
    ['ENETUNREACH', 'write'],
    ['EHOSTUNREACH', undefined],
    ['ECONNRESET', 'connect'],
  ])('may have been after it: %s of %s', (code, syscall) => {
    expect(failureOf(failed(code, syscall))).toEqual({ code, isBeforeFirstByte: false })
  })

  it('of several addresses is before the first byte only when all are', () => {
    const refused = failed('ECONNREFUSED', 'connect')
    const both = new AggregateError([refused, failed('ENETUNREACH', 'connect')])
    expect(failureOf(both)).toEqual({ code: 'ECONNREFUSED', isBeforeFirstByte: true })
    expect(failureOf(new AggregateError([refused, failed('EHOSTUNREACH', 'read')]))).toEqual({
      code: 'EHOSTUNREACH',
      isBeforeFirstByte: false,
    })
    expect(failureOf(new AggregateError([refused, new Error('no code')]))).toBeNull()
  })

  it('is found behind the error that it caused', () => {
    const error = new Error('fetch failed', { cause: failed('ECONNREFUSED', 'connect') })
    expect(failureOf(error)?.isBeforeFirstByte).toBe(true)
    expect(failureOf(new Error('none'))).toBeNull()
  })
})
