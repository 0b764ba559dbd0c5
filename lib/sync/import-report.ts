import type { ImportCounts } from '@/db/queries/sync/imports'
import { LIMITS } from '@/lib/config/limits'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import type { SyncedPage } from './sync-list'

/** The progress of an import. */
export interface ImportReport extends ImportCounts {
  /** The first malformed entries; the rest are only counted. */
  readonly problems: readonly MalformedEntry[]
}

export const EMPTY_REPORT: ImportReport = {
  pages: 0,
  read: 0,
  written: 0,
  malformed: 0,
  problems: [],
}

/** The report after another page. */
export function addPage(
  report: ImportReport,
  { read, written, malformed }: SyncedPage,
): ImportReport {
  return {
    pages: report.pages + 1,
    read: report.read + read,
    written: report.written + written,
    malformed: report.malformed + malformed.length,
    problems: [...report.problems, ...malformed].slice(0, LIMITS.import.problemsKept),
  }
}
