import type { Page } from '@playwright/test'
import { isPermitted, ROLES, type Permission } from '@/lib/domain/access/permission'
import { personAs } from '../support/in-review'
import { world } from '../support/journey'
import { builtActions, builtRoutes } from '../support/server-surface'
import { expect, test } from '../support/test'

/** The permission that each server action requires; `public` for signing in and out. */
const ACTIONS: Readonly<Record<string, Permission | 'public'>> = {
  signIn: 'public',
  signOut: 'public',
  startPasskeySignIn: 'public',
  signInByPasskey: 'public',
  signInWithCode: 'public',
  captureTransaction: 'operate:capture',
  refundTransaction: 'operate:refund',
  voidTransaction: 'operate:void',
  changeTransactionItems: 'operate:update_authorization',
  extendTransaction: 'operate:extend_authorization',
  chargeTransactionAgain: 'operate:charge_again',
  payOutTransaction: 'operate:pay_out',
  confirmTransactionReceipt: 'operate:confirm_receipt',
  writeTransactionNote: 'write_note',
  keepTransactionRest: 'operate:capture',
  tagTransaction: 'tag_payment',
  untagTransaction: 'tag_payment',
  checkOperation: 'check_operation',
  readPaymentAgain: 'check_operation',
  saveListView: 'view_transactions',
  removeListView: 'view_transactions',
  // Each also asks for the permission of its batch's kind.
  rehearseBatch: 'view_transactions',
  changeBatchRow: 'view_transactions',
  startBatch: 'view_transactions',
  pauseBatch: 'view_transactions',
  resumeBatch: 'view_transactions',
  endBatch: 'view_transactions',
  discardBatch: 'view_transactions',
  retryBatch: 'view_transactions',
  decideOperation: 'decide_review',
  verifyAuditTrail: 'verify_audit',
  joinByLink: 'public',
  changeSettings: 'view_transactions',
  readNotices: 'view_transactions',
  chooseNotices: 'view_transactions',
  invitePerson: 'manage_people',
  makePersonLink: 'manage_people',
  changePersonRole: 'manage_people',
  changePersonScope: 'manage_people',
  setPersonAccess: 'manage_people',
  signPersonOut: 'manage_people',
  unlockPerson: 'manage_people',
  removePersonPasskeys: 'manage_people',
  resetPersonFactor: 'manage_people',
  changeBusinessName: 'manage_business',
  changeLogo: 'manage_business',
  changeBusinessZone: 'manage_business',
  changeLanguages: 'manage_business',
  changeReasons: 'manage_business',
  changeReviewLimits: 'manage_business',
  changeSecondFactorRoles: 'manage_business',
  changeStepUp: 'manage_business',
  addExtensionRule: 'manage_rules',
  switchExtensionRule: 'manage_rules',
  removeExtensionRule: 'manage_rules',
  changeNoticeWebhook: 'manage_business',
  testNoticeWebhook: 'manage_business',
  addNewConnection: 'manage_connections',
  importConnection: 'manage_connections',
  testConnection: 'manage_connections',
  changeConnectionName: 'manage_connections',
  setConnectionEnabled: 'manage_connections',
  replaceConnectionSecret: 'manage_connections',
  changeConnectionSettings: 'manage_connections',
  removeConnectionForGood: 'manage_connections',
  changePassword: 'view_transactions',
  signOutBrowser: 'view_transactions',
  startPasskey: 'view_transactions',
  addPasskey: 'view_transactions',
  renamePasskey: 'view_transactions',
  removePasskey: 'view_transactions',
  stepUpWithCode: 'view_transactions',
  startStepUpByPasskey: 'view_transactions',
  stepUpByPasskey: 'view_transactions',
  startSecondFactor: 'view_transactions',
  confirmSecondFactor: 'view_transactions',
  makeRecoveryCodes: 'view_transactions',
  turnSecondFactorOff: 'view_transactions',
}

/** The permission that each API route requires. */
const READS: Readonly<Record<string, Permission | 'public'>> = {
  '/api/auth/[...nextauth]': 'public',
  // The identity provider's answer is checked against the browser's own cookies.
  '/api/auth/callback/sso': 'public',
  '/api/batches/[id]': 'view_transactions',
  '/api/batches/[id]/report': 'view_transactions',
  '/api/batches/files': 'view_transactions',
  '/api/business/logo/[hash]': 'view_transactions',
  '/api/health': 'public',
  '/api/health/live': 'public',
  '/api/health/ready': 'public',
  '/api/audit/entries': 'verify_audit',
  '/api/audit/heads': 'verify_audit',
  '/api/connections/[id]/import': 'manage_connections',
  '/api/operations/[operationId]': 'view_transactions',
  '/api/operations/[operationId]/attempts': 'see_exchange',
  '/api/operations/open': 'view_transactions',
  // The pages before signing in have these too.
  '/api/texts/[file]': 'public',
  // Providers are authenticated by the signature of their call.
  '/api/webhooks/[provider]/[connectionId]': 'public',
  '/api/transactions/export': 'export_transactions',
  '/api/transactions/find': 'view_transactions',
  '/api/transactions/updates': 'view_transactions',
  '/api/transactions/[id]/version': 'view_transactions',
}

/** Those of them that take a file. */
const UPLOADS: readonly string[] = ['/api/batches/files']

const guarded = <T extends string>([name, permission]: [T, Permission | 'public']) =>
  permission === 'public' ? [] : [[name, permission] as const]

/** Calls an action as the page does, with input that no action accepts. */
async function codeOfAction(page: Page, id: string): Promise<string> {
  const response = await page.request.post('/transactions', {
    headers: { 'next-action': id, accept: 'text/x-component', origin: world().url },
    data: '[{"nonsense":true}]',
  })
  const text = await response.text()
  return /"code":"(\w+)"/.exec(text)?.[1] ?? (text.includes('"ok":true') ? 'ok' : text)
}

test('permissions: every server action and API route is in the table', () => {
  const names = builtActions().map(({ name }) => name)
  expect(names.toSorted()).toEqual(Object.keys(ACTIONS).toSorted())
  expect(builtRoutes().toSorted()).toEqual(Object.keys(READS).toSorted())
})

for (const role of ROLES) {
  test(`permissions: ${role} can do exactly what the role allows`, async ({ browser }) => {
    const page = await personAs(browser, role)
    const ids = new Map(builtActions().map(({ name, id }) => [name, id]))
    for (const [name, permission] of Object.entries(ACTIONS).flatMap(guarded)) {
      const code = await codeOfAction(page, ids.get(name) ?? '')
      const may = name === 'verifyAuditTrail' ? 'ok' : 'invalid_input'
      expect(code, name).toBe(isPermitted(role, permission) ? may : 'not_permitted')
    }
    for (const [path, permission] of Object.entries(READS).flatMap(guarded)) {
      const status = (await page.request.get(path.replace(/\[\w+\]/, 'nothing'))).status()
      expect(status === 403, `${path}: ${status}`).toBe(!isPermitted(role, permission))
      expect(status, path).not.toBe(401)
    }
  })
}

test('permissions: without a session every call is refused', async ({ page }) => {
  await page.goto('/sign-in')
  for (const { id, name } of builtActions()) {
    if (ACTIONS[name] !== 'public') expect(await codeOfAction(page, id)).toBe('not_signed_in')
  }
  for (const [path] of Object.entries(READS).flatMap(guarded)) {
    const response = await page.request.fetch(path.replace(/\[\w+\]/, 'nothing'), {
      method: UPLOADS.includes(path) ? 'POST' : 'GET',
      headers: { origin: world().url },
    })
    expect(response.status(), path).toBe(401)
  }
})
