import type {
  AddedConnectionView,
  ConnectionInput,
  NewConnectionInput,
} from '@/lib/domain/provider/connection-inputs'
import type { Result } from '@/lib/domain/operation/result'
import type { ImportView } from '@/lib/domain/view/connection-view'

/** The actions of the pages about connections, as their server makes them. */
export interface ConnectionActions {
  readonly add: (input: NewConnectionInput) => Promise<Result<AddedConnectionView>>
  readonly startImport: (input: ConnectionInput) => Promise<Result<ImportView>>
}
