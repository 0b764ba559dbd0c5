import { expect, it } from 'vitest'
import { summaryText } from './summary'

it('demo summary: shows the address and every sign-in in a box with straight edges', () => {
  const text = summaryText({
    address: 'http://localhost:3000',
    sandboxUrl: 'http://127.0.0.1:4010',
    signIns: [
      { email: 'staff@example.com', password: 'secret', role: 'staff' },
      { email: 'a@example.com', password: 'longer-secret', role: 'admin' },
    ],
    folder: '.paydesk',
  })
  expect(text).toContain('Paydesk is ready:  http://localhost:3000')
  expect(text).toMatch(/staff@example\.com +secret +staff/)
  expect(text).toMatch(/a@example\.com +longer-secret +admin/)
  expect(new Set(text.split('\n').map((line) => line.length)).size).toBe(1)
})
