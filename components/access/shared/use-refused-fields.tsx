'use client'

import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { Failure } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

interface RefusedFields {
  /** For the form: its fields are found by their names. */
  readonly form: RefObject<HTMLFormElement | null>
  /** Words for what is wrong about a field, read out as they come. */
  readonly errorOf: (field: string) => ReactNode
  /** The failure where it is about no field; null without one. */
  readonly ofNoField: Failure | null
}

/**
 * Leads the focus to the field that a form was refused for, and words why.
 * @param missing the field that was left empty, so that nothing was sent; it wins over the failure
 */
export function useRefusedFields(
  failure: Failure | null,
  missing: string | null = null,
): RefusedFields {
  const describeFailure = useDescribeFailure()
  const form = useRef<HTMLFormElement>(null)
  const wrongField = missing ?? failure?.field ?? null

  useEffect(() => {
    if (wrongField === null) return
    const input = form.current?.elements.namedItem(wrongField)
    if (input instanceof HTMLElement) input.focus()
  }, [wrongField, failure])

  return {
    form,
    errorOf: (field) =>
      failure?.field === field ? <span role="alert">{describeFailure(failure)}</span> : undefined,
    ofNoField: failure?.field === undefined ? failure : null,
  }
}
