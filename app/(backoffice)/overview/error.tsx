'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function OverviewError(props: ErrorProps) {
  return <SectionError {...props} of="overview" />
}
