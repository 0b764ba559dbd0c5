import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { EMPTY_CELL, textCell, type CellRow } from './cell'
import { tableStream, type TableFormat } from './table-stream'

const heading: CellRow = [textCell('Order'), textCell('Amount'), textCell('Created')]
const at = new Date('2026-07-01T22:30:15Z')
const row = (text: string): CellRow => [
  textCell(text),
  { kind: 'amount', digits: '1249.05' },
  { kind: 'time', at },
]

async function bytesOf(format: TableFormat, ...batches: (readonly CellRow[])[]) {
  async function* read() {
    yield* batches
  }
  const stream = tableStream(format, { timeZone: 'Europe/Oslo', name: 'Fjord & <Field>' }, read())
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

describe('csv', () => {
  const text = async (...batches: (readonly CellRow[])[]) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf('csv', ...batches))

  it('is made of lines, in UTF-8 that spreadsheets recognise, with the clock of the business', async () => {
    expect(await text([heading], [row('FF-1')])).toBe(
      '\ufeffOrder,Amount,Created\r\nFF-1,1249.05,2026-07-02 00:30:15\r\n',
    )
  })

  it('has semicolons and decimal commas where spreadsheets expect them (C7)', async () => {
    const bytes = await bytesOf('csv_semicolon', [heading], [row('0047')])
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      "\ufeffOrder;Amount;Created\r\n'0047;1249,05;2026-07-02 00:30:15\r\n",
    )
  })

  it('quotes what would break a cell, and has a blank for what would break a line', async () => {
    const cells = ['a,b', 'a;b', 'say "hi"', 'two\r\nlines\tand more'].map(textCell)
    expect(await text([cells])).toBe('\ufeff"a,b","a;b","say ""hi""",two lines and more\r\n')
  })
})

describe('xlsx', () => {
  const sheet = async (...batches: (readonly CellRow[])[]) => {
    const parts = unzipSync(await bytesOf('xlsx', ...batches))
    return strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  }

  it('has the name of the business at the top of each printed page', async () => {
    expect(await sheet([heading])).toContain(
      '<oddHeader>&amp;LFjord &amp;&amp; &lt;Field&gt;&amp;R&amp;P / &amp;N</oddHeader>',
    )
  })

  it('holds texts as texts, amounts as numbers and times as days of the business', async () => {
    const xml = await sheet([heading], [row('=1+1')], [[EMPTY_CELL, textCell('<&>\u0001')]])
    expect(xml).toContain('<t xml:space="preserve">=1+1</t>')
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('<v>1249.05</v>')
    const [, serial] = /<c r="C2" s="2"><v>([\d.]+)/.exec(xml) ?? []
    const shown = new Date(Math.round((Number(serial) - 25_569) * 86_400) * 1000)
    expect(shown.toISOString()).toBe('2026-07-02T00:30:15.000Z')
    expect(xml).toContain(
      '<row r="3"><c r="B3" s="0" t="inlineStr"><is><t xml:space="preserve">&lt;&amp;&gt;</t>',
    )
    expect(xml.match(/<row /g)).toHaveLength(3)
    expect(xml.endsWith('</headerFooter></worksheet>')).toBe(true)
  })

  it('shows as many decimals as the currency has, and long references as texts (C7)', async () => {
    const amounts = ['1500', '10.50', '10.505'].map(
      (digits) => ({ kind: 'amount', digits }) as const,
    )
    const xml = await sheet([heading], [[textCell('004712345678901234567'), ...amounts]])
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">004712345678901234567</t>')
    const styles = [...xml.matchAll(/s="(\d)"><v>/g)].map(([, style]) => style)
    expect(styles).toEqual(['3', '5', '6'])
  })

  it('has every part that its relationships name', async () => {
    const parts = unzipSync(await bytesOf('xlsx', [heading]))
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
  })
})

it('table stream: reads no further batch than it is read', async () => {
  let read = 0
  let isLeft = false
  async function* endless() {
    try {
      for (;;) {
        read += 1
        yield [row(`FF-${read}`)]
      }
    } finally {
      isLeft = true
    }
  }
  const reader = tableStream('csv', { timeZone: 'UTC', name: '' }, endless()).getReader()
  await reader.read()
  await reader.read()
  await reader.cancel()
  expect(read).toBeLessThan(5)
  expect(isLeft).toBe(true)
})
