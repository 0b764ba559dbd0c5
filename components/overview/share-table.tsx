import { Sums } from '@/components/transactions/shared/sums'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import { useFormats } from '@/lib/i18n/use-i18n'
import { ShareBar } from './share-bar'

interface ShareRow {
  readonly key: string
  readonly name: ReactNode
  /** The colour of its bar, as `fill-…`. */
  readonly fill: string
  readonly count: number
  readonly sums: readonly CurrencySum[]
}

interface Props {
  readonly caption: string
  readonly columns: { readonly name: string; readonly count: string; readonly sum: string }
  readonly rows: readonly ShareRow[]
}

// Closer together on a phone: a sum does not break, and nothing may be wider than the screen.
const NAME = 'pl-5 max-sm:pr-1.5 max-sm:pl-4'
const COUNT = 'max-sm:px-1.5'
const SUM = 'pr-5 max-sm:pr-4 max-sm:pl-1.5'

/** The count of each kind, as a bar relative to the most frequent, and their sums. */
export function ShareTable({ caption, columns, rows }: Props) {
  const formats = useFormats()
  const most = Math.max(...rows.map(({ count }) => count))
  return (
    <Table>
      <caption className="sr-only">{caption}</caption>
      <Head>
        <Row>
          <HeadCell className={NAME}>{columns.name}</HeadCell>
          <HeadCell numeric className={COUNT}>
            {columns.count}
          </HeadCell>
          <HeadCell numeric className={SUM}>
            {columns.sum}
          </HeadCell>
        </Row>
      </Head>
      <Body>
        {rows.map(({ key, name, fill, count, sums }) => (
          <Row key={key} className="border-line border-t align-top">
            <Cell className={cn(NAME, 'sm:w-1/2 sm:min-w-32')}>
              <span className="text-ink flex items-start gap-1.5 font-medium">{name}</span>
              <ShareBar share={count / most} className={fill} />
            </Cell>
            <Cell numeric className={COUNT}>
              {formats.count(count)}
            </Cell>
            <Cell numeric className={SUM}>
              <Sums sums={sums} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
