'use client'

import type { ComponentProps } from 'react'
import { readFile } from '@/components/query/read-file'
import { Button } from '@/components/ui/button'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { saveFile } from './save-file'
import { useOneAtATime } from './use-one-at-a-time'

interface Props extends Pick<ComponentProps<typeof Button>, 'size' | 'children'> {
  /** The route that sends the file. */
  readonly path: string
}

const NO_RESPONSE: Failure = { code: 'download_incomplete' }

/** Saves a file, or says in place why there is none. */
export function DownloadButton({ path, size, children }: Props) {
  const describeFailure = useDescribeFailure()
  const { isPending, failure, run } = useOneAtATime(download, NO_RESPONSE)
  return (
    <div className="grid gap-1.5">
      <Button size={size} busy={isPending} onClick={() => void run(path)}>
        {children}
      </Button>
      <p role="alert" className="text-bad-ink text-sm font-medium text-pretty empty:hidden">
        {failure !== null && describeFailure(failure)}
      </p>
    </div>
  )
}

async function download(path: string): Promise<Result<unknown>> {
  const result = await readFile(path)
  if (result.ok) saveFile(result.value)
  return result
}
