'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function PersonError(props: ErrorProps) {
  return <SectionError {...props} of="person" />
}
