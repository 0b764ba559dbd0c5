import type { ConnectionForm } from '../connection-form'
import { LIVE_ORIGINS, TEST_ORIGINS } from './profile'

/** How a merchant account there is connected. */
export const OPPWA_FORM: ConnectionForm = {
  secretFields: [
    { field: 'accessToken', variable: 'CONNECT_ACCESS_TOKEN' },
    {
      field: 'environment',
      variable: 'CONNECT_ENVIRONMENT',
      note: 'test or live',
      options: ['test', 'live'],
    },
    {
      field: 'webhookKey',
      variable: 'CONNECT_WEBHOOK_KEY',
      note: 'of the webhooks',
      optional: true,
      isForWebhooks: true,
    },
  ],
  connectExample: `<entity id> --base-url https://eu-test.oppwa.com \\
  --settings '{"dateSearch":true,"multipleCaptures":false}'`,
  addresses: [
    ...TEST_ORIGINS.map((baseUrl) => ({ baseUrl, mode: 'test' }) as const),
    ...LIVE_ORIGINS.map((baseUrl) => ({ baseUrl, mode: 'live' }) as const),
  ],
  settingFields: [
    { field: 'otherEntityId', kind: 'text' },
    { field: 'multipleCaptures', kind: 'switch', usual: true },
    { field: 'partialReversal', kind: 'switch', usual: false },
    { field: 'reversesRest', kind: 'switch', usual: true },
    { field: 'captureDays', kind: 'number', usual: 7, least: 1, most: 60 },
    { field: 'dateSearch', kind: 'switch', usual: false },
    { field: 'listDays', kind: 'number', usual: 90, least: 1, most: 730 },
    { field: 'queriesPerMinute', kind: 'number', usual: 2, least: 1, most: null },
    { field: 'currency', kind: 'text' },
    { field: 'testMode', kind: 'choice', options: ['INTERNAL', 'EXTERNAL'] },
  ],
}
