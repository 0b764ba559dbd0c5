'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function OperationsError(props: ErrorProps) {
  return <SectionError {...props} of="operations" />
}
