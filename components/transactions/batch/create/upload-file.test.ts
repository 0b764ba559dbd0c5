import { expect, it } from 'vitest'
import { withColumn } from './column-form'
import { uploadPath } from './upload-file'

const FILE = new File(['order\n1'], 'day & night.csv')

it('uploadPath: names the batch, the kind and the file, and what a person said about both', () => {
  const wanted = { batchId: 'b-1', kind: 'refund', file: FILE } as const
  expect(uploadPath({ ...wanted, reason: null, columns: null })).toBe(
    '/api/batches/files?batch=b-1&kind=refund&name=day+%26+night.csv',
  )
  const path = uploadPath({ ...wanted, reason: 'returned', columns: { order: 0, sku: 2 } })
  expect(new URLSearchParams(path.split('?')[1]).get('columns')).toBe('order:0,sku:2')
  expect(path).toContain('&reason=returned')
})

it('withColumn: a column stands in one place, and a place has one column', () => {
  expect(withColumn({ order: 0, sku: 1 }, 2, 'order')).toEqual({ order: 2, sku: 1 })
  expect(withColumn({ order: 0, sku: 1 }, 1, 'order')).toEqual({ order: 1 })
  expect(withColumn({ order: 0, sku: 1 }, 1, null)).toEqual({ order: 0 })
})
