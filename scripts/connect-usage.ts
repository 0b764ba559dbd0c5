import { PROVIDERS, type Provider } from '@/lib/domain/provider/provider'
import { secretFields, type SecretField } from './connect-secret'

/** What goes behind `--account`, the provider's own address, and settings where there are any. */
const EXAMPLES: Readonly<Record<Provider, string>> = {
  dintero: 'T12345678 --base-url https://checkout.dintero.com/v1',
  'bambora-checkout': 'T123456789 --base-url https://merchant-v1.api-eu.bambora.com',
  'bambora-native': 'T555000111 --base-url https://api.bambora.com/v1',
  oppwa: `<entity id> --base-url https://eu-test.oppwa.com \\
  --settings '{"dateSearch":true,"multipleCaptures":false}'`,
}

/** How each provider is connected, for a person at a terminal. */
export function connectUsage(): string {
  const remark = 'Secrets come from the environment, so that they are in no shell history.'
  return [...PROVIDERS.map(usageOf), remark].join('\n\n')
}

function usageOf(provider: Provider): string {
  const command = `npm run connect -- --provider ${provider} --name "My shop" \\\n  --account ${EXAMPLES[provider]}`
  return [command, ...secretFields(provider).map(fieldLine)].join('\n')
}

function fieldLine({ variable, note, optional }: SecretField): string {
  const remarks = [note, optional && 'optional'].filter((remark) => remark !== undefined)
  return `  ${variable}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`
}
