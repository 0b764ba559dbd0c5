import type { ConnectionForm } from '../connection-form'

/** How a merchant account there is connected. */
export const DINTERO_FORM: ConnectionForm = {
  secretFields: [
    { field: 'clientId', variable: 'CONNECT_CLIENT_ID' },
    { field: 'clientSecret', variable: 'CONNECT_CLIENT_SECRET' },
    {
      field: 'webhookSecret',
      variable: 'CONNECT_WEBHOOK_SECRET',
      note: 'of the account’s webhooks',
      optional: true,
      isForWebhooks: true,
    },
    {
      field: 'callbackSecret',
      variable: 'CONNECT_CALLBACK_SECRET',
      note: 'of the payments’ callbacks',
      optional: true,
      isForWebhooks: true,
    },
  ],
  connectExample: 'T12345678 --base-url https://checkout.dintero.com/v1',
  addresses: [{ baseUrl: 'https://checkout.dintero.com/v1', mode: 'both' }],
  settingFields: [],
}
