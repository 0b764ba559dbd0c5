import { BATCH_STATES } from './batch-states'
import { LIST_STATES } from './list-states'
import { openBlocked, openFailing } from './page-error'
import { at, type PageState } from './page-state'
import {
  chooseMode,
  openByKey,
  openConnection,
  openDialog,
  openNewConnection,
  openOperation,
  openPayment,
  openPerson,
  openSecondFactor,
} from './steps'
import { FAILING_CONNECTION } from '../support/shown-connections'
import { waitUntilHydrated } from '../support/wait-until-hydrated'

const PAGES: readonly PageState[] = [
  { name: 'sign-in', isMain: true, role: 'signed-out', open: at('/sign-in') },
  { name: 'operations', isMain: true, open: at('/operations') },
  { name: 'operations-empty', open: at('/operations?state=intended') },
  { name: 'overview-loading', isAlone: true, isLoading: true, open: openBlocked },
  { name: 'overview-error', isAlone: true, open: openFailing },
  { name: 'page-not-found', open: at('/nowhere') },
  { name: 'audit-viewer', role: 'viewer', open: at('/audit') },
  { name: 'audit', open: at('/audit') },
  { name: 'people', isMain: true, open: at('/settings/people') },
  { name: 'people-no-one', open: at('/settings/people?q=nothing-like-this&role=staff') },
  { name: 'people-viewer', role: 'viewer', open: at('/settings/people') },
  { name: 'connections', isMain: true, open: at('/settings/connections') },
  { name: 'connections-viewer', role: 'viewer', open: at('/settings/connections') },
  { name: 'connections-new', isMain: true, open: openNewConnection },
  { name: 'connection', isMain: true, open: (page) => openConnection(page) },
  {
    name: 'connection-failing',
    isMain: true,
    open: (page) => openConnection(page, FAILING_CONNECTION),
  },
  { name: 'business', isMain: true, open: at('/settings/business') },
  { name: 'notice-settings', isMain: true, open: at('/settings/notices') },
  { name: 'notice-settings-viewer', role: 'viewer', open: at('/settings/notices') },
  { name: 'notices', isMain: true, open: at('/notices') },
  { name: 'business-viewer', role: 'viewer', open: at('/settings/business') },
  { name: 'rules', isMain: true, open: at('/settings/rules') },
  { name: 'rules-viewer', role: 'viewer', open: at('/settings/rules') },
  {
    name: 'person',
    isMain: true,
    open: async (page) => {
      await openPerson(page, 'Jonas Berg')
      await page.locator('section[aria-labelledby="access"] button').first().click()
      await page.getByRole('textbox').waitFor()
    },
  },
  { name: 'person-own', open: (page) => openPerson(page, 'Ingrid Dahl') },
  {
    name: 'dialog-invite',
    isMain: true,
    open: async (page) => {
      await page.goto('/settings/people')
      await waitUntilHydrated(page)
      await page.getByRole('main').getByRole('button').first().click()
      await page.getByRole('dialog').locator('button[type="submit"]').click()
      await page.getByRole('dialog').locator('[aria-invalid]').waitFor()
    },
  },
  { name: 'account', isMain: true, open: at('/account') },
  {
    name: 'account-passkey-removal',
    isMain: true,
    open: async (page) => {
      await page.goto('/account')
      await waitUntilHydrated(page)
      const passkeys = page.locator('section[aria-labelledby="passkeys"]')
      await passkeys.locator('li button').nth(1).click()
      await passkeys.locator('li button[type="submit"]').click()
      await passkeys.locator('[aria-invalid]').waitFor()
      await passkeys.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'account-passkey-new',
    isMain: true,
    open: async (page) => {
      await page.goto('/account')
      await waitUntilHydrated(page)
      const passkeys = page.locator('section[aria-labelledby="passkeys"]')
      await passkeys.locator(':scope > div > button').click()
      await passkeys.locator('form').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'account-refused',
    open: async (page) => {
      await page.goto('/account')
      await waitUntilHydrated(page)
      await page.locator('[name="timeZone"]').fill('Europe/Atlantis')
      await page.locator('form:has([name="timeZone"]) [type="submit"]').click()
      await page.locator('[name="timeZone"][aria-invalid]').waitFor()
    },
  },
  { name: 'account-second-factor', isMain: true, open: openSecondFactor },
  { name: 'second-factor-set-up', isMain: true, open: at('/second-factor') },
  { name: 'welcome-unusable', role: 'signed-out', open: at('/welcome/used') },
  { name: 'overview', isMain: true, open: at('/overview') },
  { name: 'not-found', open: at('/transactions/00000000-0000-4000-8000-000000000000') },
]

const PAYMENTS: readonly PageState[] = [
  {
    name: 'payment-authorized',
    isMain: true,
    open: (page) => openPayment(page, 'shown-authorized'),
  },
  {
    name: 'payment-viewer',
    role: 'viewer',
    open: (page) => openPayment(page, 'shown-partly'),
  },
  {
    name: 'payment-history',
    isMain: true,
    open: async (page) => {
      await openPayment(page, 'shown-done')
      await page.getByRole('table').last().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'payment-menu',
    open: async (page) => {
      await openPayment(page, 'shown-partly')
      await page.getByRole('main').locator('button[aria-expanded]').first().click()
    },
  },
  {
    name: 'approval-waiting',
    isMain: true,
    open: (page) => openOperation(page, 'shown-review'),
  },
  {
    name: 'approval-waiting-mine',
    role: 'support',
    open: (page) => openOperation(page, 'shown-review'),
  },
  {
    name: 'payment-in-review',
    open: (page) => openPayment(page, 'shown-review'),
  },
  {
    name: 'drawer',
    open: async (page) => {
      await openPayment(page, 'shown-done')
      await page
        .getByRole('button', { name: /^Details / })
        .first()
        .click()
      await page.getByRole('dialog').locator('summary').first().click()
    },
  },
  {
    name: 'payment-partly-captured',
    isMain: true,
    open: (page) => openPayment(page, 'shown-partly'),
  },
  { name: 'payment-captured', open: (page) => openPayment(page, 'shown-captured') },
  { name: 'result-done', isMain: true, open: (page) => openPayment(page, 'shown-done') },
  { name: 'payment-unread', isMain: true, open: (page) => openPayment(page, 'shown-unread') },
  {
    name: 'payment-contradictory',
    isMain: true,
    open: (page) => openPayment(page, 'shown-contradictory'),
  },
  { name: 'result-refused', open: (page) => openPayment(page, 'shown-refused') },
  { name: 'result-checking', isMain: true, open: (page) => openPayment(page, 'shown-checking') },
  { name: 'result-pending', open: (page) => openPayment(page, 'shown-pending') },
  {
    name: 'operation-detail',
    open: (page) => openOperation(page, 'shown-checking'),
  },
]

const DIALOGS: readonly PageState[] = [
  { name: 'dialog-capture', isMain: true, open: (page) => openDialog(page, 'c') },
  {
    name: 'dialog-capture-lines',
    open: async (page) => chooseMode(await openDialog(page, 'c'), 'lines'),
  },
  {
    name: 'dialog-capture-amount',
    open: async (page) => chooseMode(await openDialog(page, 'c'), 'amount'),
  },
  { name: 'dialog-refund', isMain: true, open: (page) => openDialog(page, 'r') },
  {
    name: 'dialog-refund-lines',
    open: async (page) => chooseMode(await openDialog(page, 'r'), 'lines'),
  },
  { name: 'dialog-void', open: (page) => openDialog(page, 'v') },
  { name: 'dialog-add-item', isMain: true, open: (page) => openDialog(page, 'a') },
  {
    name: 'palette',
    isMain: true,
    open: async (page) => {
      await openPayment(page, 'shown-partly')
      await (await openByKey(page, 'Control+k')).getByRole('combobox').fill('re')
      await page.getByRole('option').nth(3).waitFor()
    },
  },
  {
    name: 'shortcuts',
    open: async (page) => {
      await openPayment(page, 'shown-partly')
      await openByKey(page, '?')
    },
  },
  {
    name: 'shortcut-refused',
    open: async (page) => {
      await openPayment(page, 'shown-captured')
      await page.keyboard.press('c')
    },
  },
]

export const PAGE_STATES: readonly PageState[] = [
  ...LIST_STATES,
  ...BATCH_STATES,
  ...PAGES,
  ...PAYMENTS,
  ...DIALOGS,
]
