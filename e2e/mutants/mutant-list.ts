import { INTENT } from './changes/intent'
import { placedMutants } from './mutant'

/** Every change that `npm run mutants` makes, one at a time. */
export const MUTANTS = placedMutants([...INTENT])
