'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function AccountError(props: ErrorProps) {
  return <SectionError {...props} of="account" />
}
