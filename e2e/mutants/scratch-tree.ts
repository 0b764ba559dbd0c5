import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyChange, type SourceChange } from '@/testing/source-change'
import { inProject, projectFolder } from '@/scripts/project'

/** Never copied: large, made anew, or of the working tree alone. */
const LEFT_OUT = new Set(['node_modules', '.git', '.next', '.cache', '.paydesk', 'test-results'])

/** A copy of the project folder in which one source file at a time is changed. */
export interface ScratchTree {
  readonly folder: string
  /** Runs something while the copy has a change, and takes the change back. */
  withChange<T>(change: SourceChange, run: () => Promise<T>): Promise<T>
}

/** Copies the project folder; the copy shares its packages and goes when this process ends. */
export function makeScratchTree(): ScratchTree {
  const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-mutants-'))
  // After the test runs in it were killed, which a signal may find at work.
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  const filter = (source: string) => !LEFT_OUT.has(path.relative(projectFolder, source))
  cpSync(projectFolder, folder, { recursive: true, filter })
  symlinkSync(inProject('node_modules'), path.join(folder, 'node_modules'), 'dir')
  return {
    folder,
    withChange: async (change, run) => {
      const file = path.join(folder, change.file)
      const before = readFileSync(file, 'utf8')
      writeFileSync(file, applyChange(before, change))
      try {
        return await run()
      } finally {
        writeFileSync(file, before)
      }
    },
  }
}
