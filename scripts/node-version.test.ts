import { expect, it } from 'vitest'
import { requireNode } from './node-version'

it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node version: accepts %s', (version) => {
  expect(() => requireNode(version)).not.toThrow()
})

it.each(['18.20.0', '20.18.3', '20.9.0'])('Node version: refuses %s', (version) => {
  expect(() => requireNode(version)).toThrow(
    `Paydesk needs Node.js 20.19 or newer; this is ${version}.`,
  )
})
