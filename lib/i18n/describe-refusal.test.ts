import { expect, it } from 'vitest'
import { describeRefusal } from './describe-refusal'
import { i18nFor } from './i18n'

const { t } = i18nFor('nb', 'Europe/Oslo')

it('describeRefusal: words a code that we know in the reader’s language', () => {
  const refusal = { code: 'no_reason', message: 'The provider gave no reason.' }
  expect(describeRefusal(t, refusal)).toBe('Leverandøren oppga ingen grunn.')
})

it('describeRefusal: words a provider’s own code, which has dots', () => {
  const refusal = { code: '700.300.400', message: 'Capture too late' }
  expect(describeRefusal(t, refusal)).toBe('Det er for sent å trekke denne betalingen.')
})

it.each(['CAPTURE_NOT_ALLOWED', 'NOT_ALLOWED', 'BAD_REQUEST'])(
  'describeRefusal: words Dintero’s %s',
  (code) => {
    expect(describeRefusal(t, { code, message: 'Raw' })).toMatch(/^(Betalingsmåten|Leverandøren)/)
  },
)

it('describeRefusal: keeps the stored words of any other code', () => {
  for (const code of ['CAPTURE_SUSPENDED', 'NOT FOUND', 'a.b', '']) {
    expect(describeRefusal(t, { code, message: 'Not now.' })).toBe('Not now.')
  }
})
