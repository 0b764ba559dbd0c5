'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function AuditError(props: ErrorProps) {
  return <SectionError {...props} of="audit" />
}
