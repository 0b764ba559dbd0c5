import type { Result } from '@/lib/domain/operation/result'
import type {
  ChangedConnectionView,
  ConnectionNameInput,
  ConnectionRemovalInput,
  ConnectionSecretInput,
  ConnectionSettingsInput,
  ConnectionStateInput,
} from '@/lib/domain/provider/connection-change'
import type { ConnectionInput, TestedConnectionView } from '@/lib/domain/provider/connection-inputs'

/** The actions of the page of a connection, as its server makes them. */
export interface ConnectionChangeActions {
  readonly rename: (input: ConnectionNameInput) => Promise<Result<ChangedConnectionView>>
  readonly setEnabled: (input: ConnectionStateInput) => Promise<Result<ChangedConnectionView>>
  readonly replaceSecret: (input: ConnectionSecretInput) => Promise<Result<ChangedConnectionView>>
  readonly changeSettings: (
    input: ConnectionSettingsInput,
  ) => Promise<Result<ChangedConnectionView>>
  readonly test: (input: ConnectionInput) => Promise<Result<TestedConnectionView>>
  readonly remove: (input: ConnectionRemovalInput) => Promise<Result<{ readonly isGone: boolean }>>
}
