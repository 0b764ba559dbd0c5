import type { ConnectionForm } from '../connection-form'

/** How a merchant account there is connected. */
export const BAMBORA_CHECKOUT_FORM: ConnectionForm = {
  secretFields: [
    { field: 'accessToken', variable: 'CONNECT_ACCESS_TOKEN' },
    { field: 'secretToken', variable: 'CONNECT_SECRET_TOKEN' },
    {
      field: 'md5Key',
      variable: 'CONNECT_MD5_KEY',
      note: 'of the callbacks',
      optional: true,
      isForWebhooks: true,
    },
    {
      field: 'apiUser',
      variable: 'CONNECT_API_USER',
      note: 'e-mail of the API user: tells its operations from others',
      optional: true,
    },
  ],
  connectExample: 'T123456789 --base-url https://merchant-v1.api-eu.bambora.com',
  addresses: [{ baseUrl: 'https://merchant-v1.api-eu.bambora.com', mode: 'both' }],
  settingFields: [],
}
