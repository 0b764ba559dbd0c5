import type { SourceChange } from '@/testing/source-change'

/** A small change that a careless colleague could make, and that a test must notice. */
export interface Mutant {
  /** What is then otherwise, and for whom that is bad. */
  readonly effect: string
  readonly find: string
  readonly replace: string
  /** Why no unit or integration test can notice it; only where that is so. */
  readonly unnoticedBecause?: string
}

/** The mutants of one source file. */
export interface MutatedFile {
  /** Below the project folder, as are the tests. */
  readonly file: string
  /** The unit and integration tests that must notice, the likeliest first. */
  readonly tests: readonly string[]
  readonly mutants: readonly Mutant[]
}

/** A mutant with its file and the tests that must notice it. */
export type PlacedMutant = Mutant & SourceChange & Pick<MutatedFile, 'tests'>

/** The mutants of these files, one by one. */
export function placedMutants(files: readonly MutatedFile[]): readonly PlacedMutant[] {
  return files.flatMap(({ file, tests, mutants }) =>
    mutants.map((mutant) => ({ ...mutant, file, tests })),
  )
}
