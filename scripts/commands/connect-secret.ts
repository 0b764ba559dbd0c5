import type { Provider } from '@/lib/domain/provider/provider'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'

export type ConnectSecret =
  | { readonly ok: true; readonly secret: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly missing: readonly string[] }

/** The secret that a provider's client needs, or the names of the variables that are missing. */
export function connectSecret(
  provider: Provider,
  environment: Readonly<Record<string, string | undefined>>,
): ConnectSecret {
  const secret: Record<string, string> = {}
  const missing: string[] = []
  for (const { field, variable, optional } of CONNECTION_FORMS[provider].secretFields) {
    const value = environment[variable]
    if (value) secret[field] = value
    else if (!optional) missing.push(variable)
  }
  return missing.length === 0 ? { ok: true, secret } : { ok: false, missing }
}
