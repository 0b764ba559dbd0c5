import { expect, it } from 'vitest'
import { isActionForm, isActionText, isFormAction } from './action-body'

const TYPE = 'multipart/form-data; boundary=x'
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const form = (...parts: readonly string[]) => Buffer.from(`${parts.join('')}--x--\r\n`)

it.each([
  '[]',
  '[{"a":[1,null,true,"x","$$5","$undefined","$NaN","$-Infinity","$-0"]}]',
  '["$D2026-01-01T00:00:00.000Z","$n-12"]',
])('action body: %s are arguments of an action', (text) => {
  expect(isActionText(text)).toBe(true)
})

it.each([
  ...['', '[', '{}', 'null', '1', '"x"', '["$1"]', '["$F1"]', '["$K1"]', '["$@1"]', '["$nx"]'],
  ...['[{"a":["$Q1"]}]', `${'['.repeat(30)}${']'.repeat(30)}`, '['.repeat(50_000)],
])('action body: %.20s is no arguments of an action', (text) => {
  expect(isActionText(text)).toBe(false)
})

it('action body: a form among the arguments is accepted only in parts', async () => {
  const body = form(part('1_email', 'a@b.no'), part('0', '[{"email":""},"$K1"]'))
  expect(await isFormAction(body, TYPE)).toBe(true)
  expect(await isFormAction(body, 'multipart/form-data')).toBe(false)
  expect(await isFormAction(form(part('0', '["$F1"]')), TYPE)).toBe(false)
  expect(await isFormAction(form(part('1', '[]')), TYPE)).toBe(false)
  expect(await isFormAction(Buffer.from('nonsense'), TYPE)).toBe(false)
})

it('action body: a form without scripts is accepted by the action that it names', async () => {
  expect(await isActionForm(form(part('$ACTION_REF_1', '')), TYPE)).toBe(true)
  expect(await isActionForm(form(part('$ACTION_KEY', 'x')), TYPE)).toBe(false)
  expect(await isActionForm(form(), TYPE)).toBe(false)
})
