import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { NamedLine, NamedLines } from './describe-lines'

/** Lines in one sentence. Their names may run in either direction, whatever stands around them. */
export function LineList({ lines: { named, more } }: { readonly lines: NamedLines }) {
  const t = useTranslations('payment.history')
  const list = named.map((line, position) => (
    <Fragment key={position}>
      {position > 0 && ', '}
      <Line line={line} />
    </Fragment>
  ))
  return more === 0 ? list : t.rich('moreLines', { lines: () => list, count: more })
}

function Line({ line: { name, quantity, sum } }: { readonly line: NamedLine }) {
  const t = useTranslations('payment.history')
  const isolated = <bdi>{name}</bdi>
  if (sum !== null) return t.rich('sumOfLine', { sum, name: () => isolated })
  if (quantity === null) return isolated
  return (
    <>
      {quantity} × {isolated}
    </>
  )
}
