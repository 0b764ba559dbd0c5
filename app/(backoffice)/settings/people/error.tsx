'use client'

import { SectionError, type ErrorProps } from '@/components/shell/section-error'

export default function PeopleError(props: ErrorProps) {
  return <SectionError {...props} of="people" />
}
