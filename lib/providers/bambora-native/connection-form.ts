import type { ConnectionForm } from '../connection-form'

/** How a merchant account there is connected. */
export const BAMBORA_NATIVE_FORM: ConnectionForm = {
  secretFields: [
    { field: 'clientId', variable: 'CONNECT_CLIENT_ID' },
    { field: 'clientSecret', variable: 'CONNECT_CLIENT_SECRET' },
  ],
  connectExample: 'T555000111 --base-url https://api.bambora.com/v1',
  addresses: [{ baseUrl: 'https://api.bambora.com/v1', mode: 'both' }],
  settingFields: [],
}
