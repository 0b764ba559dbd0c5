import { describe, expect, it } from 'vitest'
import { codePath, safeReturnPath, setUpPath, signInPath } from './return-path'

describe('safeReturnPath', () => {
  it.each([
    '/transactions',
    '/transactions/42?tab=events#top',
    '/operations',
    '/settings?next=https://example.com',
  ])('keeps %s', (path) => {
    expect(safeReturnPath(path)).toBe(path)
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'transactions',
    '/sign-in',
    '/welcome/token',
    '/sign-in/code',
    '/second-factor',
    '/sign-in?from=/sign-in',
    '/api/auth/signout',
    '/',
    '',
    `/${'x'.repeat(2_000)}`,
    null,
    undefined,
    ['/operations'],
  ])('turns %j into the home path', (wanted) => {
    expect(safeReturnPath(wanted)).toBe('/transactions')
  })
})

describe('signInPath', () => {
  it('leads back to the page of before', () => {
    expect(signInPath('/operations?state=open')).toBe('/sign-in?from=%2Foperations%3Fstate%3Dopen')
  })

  it('says why it is visited (H2)', () => {
    expect(signInPath('/overview', 'ended')).toBe('/sign-in?from=%2Foverview&why=ended')
    expect(signInPath(null, 'ended')).toBe('/sign-in?why=ended')
  })

  it('stays short for the home path and for anything unsafe', () => {
    expect(signInPath('/transactions')).toBe('/sign-in')
    expect(signInPath('//evil.example')).toBe('/sign-in')
    expect(signInPath(null)).toBe('/sign-in')
  })
})

describe('the pages of a second factor', () => {
  it('lead on to the page of before', () => {
    expect(codePath('/audit?q=1')).toBe('/sign-in/code?from=%2Faudit%3Fq%3D1')
    expect(codePath('/audit', 'recovery')).toBe('/sign-in/code?from=%2Faudit&by=recovery')
    expect(setUpPath('/audit')).toBe('/second-factor?from=%2Faudit')
  })

  it('stay short for the home path and for anything unsafe', () => {
    expect([codePath(null), codePath('//evil.example')]).toEqual(['/sign-in/code', '/sign-in/code'])
    expect([setUpPath('/second-factor'), setUpPath(null)]).toEqual([
      '/second-factor',
      '/second-factor',
    ])
  })
})
