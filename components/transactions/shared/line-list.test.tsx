import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/domain/access/person-settings'
import { MESSAGES } from '@/messages'
import type { NamedLines } from './describe-lines'
import { LineList } from './line-list'

function markup(lines: NamedLines, locale: Locale = 'en'): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="Europe/Oslo">
      <LineList lines={lines} />
    </NextIntlClientProvider>,
  )
}

const named = [
  { name: 'Wool socks', quantity: '+1', sum: null },
  { name: 'كوب', quantity: '−2', sum: null },
  { name: 'Mug', quantity: null, sum: '+NOK 10.00' },
  { name: '9', quantity: null, sum: null },
]

describe('LineList', () => {
  it('keeps each name to itself, whatever direction it runs in (H6)', () => {
    expect(markup({ named, more: 0 })).toBe(
      '+1 × <bdi>Wool socks</bdi>, −2 × <bdi>كوب</bdi>, +NOK 10.00 on <bdi>Mug</bdi>, <bdi>9</bdi>',
    )
  })

  it('counts the lines that it does not name, in each language (H6)', () => {
    const lines = { named: named.slice(2, 3), more: 2 }
    expect(markup(lines)).toBe('+NOK 10.00 on <bdi>Mug</bdi> and 2 more lines')
    expect(markup(lines, 'nb')).toBe('+NOK 10.00 på <bdi>Mug</bdi> og 2 linjer til')
  })
})
