import { PROVIDERS, type Provider } from '@/lib/domain/provider/provider'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import type { SecretField, SettingField } from '@/lib/providers/connection-form'

/** The usage of `connect` for each provider, for a person at a terminal. */
export function connectUsage(): string {
  const remark = `Secrets come from the environment, so that they are in no shell history; each may also be in a file
that <name>_FILE names. For an account that is connected, the same command replaces its secret.`
  return [...PROVIDERS.map(usageOf), remark].join('\n\n')
}

function usageOf(provider: Provider): string {
  const { connectExample, secretFields, settingFields } = CONNECTION_FORMS[provider]
  const command = `npm run connect -- --provider ${provider} --name "My shop" \\\n  --account ${connectExample}`
  const settings = settingFields.length === 0 ? [] : ['  --settings, as JSON:']
  return [
    command,
    ...secretFields.map(fieldLine),
    ...settings,
    ...settingFields.map((setting) => `    ${settingLine(setting)}`),
  ].join('\n')
}

function fieldLine({ variable, note, optional }: SecretField): string {
  const remarks = [note, optional && 'optional'].filter((remark) => remark !== undefined)
  return `  ${variable}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`
}

function settingLine(setting: SettingField): string {
  const { field, kind } = setting
  switch (kind) {
    case 'switch':
      return `${field} (true or false; ${setting.usual} if left out)`
    case 'number': {
      const bounds =
        setting.most === null ? `at least ${setting.least}` : `${setting.least} to ${setting.most}`
      return `${field} (${bounds}; ${setting.usual} if left out)`
    }
    case 'text':
      return `${field} (a text; not set if left out)`
    case 'choice':
      return `${field} (${setting.options.join(' or ')}; not set if left out)`
  }
}
