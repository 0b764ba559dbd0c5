'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function TransactionError(props: ErrorProps) {
  return <SectionError {...props} of="payment" />
}
