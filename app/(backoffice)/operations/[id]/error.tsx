'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function OperationError(props: ErrorProps) {
  return <SectionError {...props} of="operation" />
}
