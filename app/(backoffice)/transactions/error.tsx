'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function TransactionsError(props: ErrorProps) {
  return <SectionError {...props} of="list" />
}
