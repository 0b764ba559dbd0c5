import type { Page } from '@playwright/test'
import { chooseMode, openDialog, openPayment } from './steps'

/** A page in one state. */
export interface Scene {
  readonly name: string
  /** Main pages are also drawn in Norwegian and on a dark phone. */
  readonly isMain?: true
  readonly isSignedOut?: true
  readonly open: (page: Page) => Promise<unknown>
}

const at = (path: string) => (page: Page) => page.goto(path)

const PAGES: readonly Scene[] = [
  { name: 'sign-in', isMain: true, isSignedOut: true, open: at('/sign-in') },
  { name: 'list-to-capture', isMain: true, open: at('/transactions') },
  { name: 'list-attention', open: at('/transactions?view=attention') },
  { name: 'list-captured', open: at('/transactions?view=captured') },
  { name: 'list-refunded', open: at('/transactions?view=refunded') },
  { name: 'list-all', open: at('/transactions?view=all') },
  { name: 'list-search', open: at('/transactions?q=story') },
  { name: 'list-empty', open: at('/transactions?q=nothing-like-this') },
  { name: 'operations', isMain: true, open: at('/operations') },
  { name: 'audit', open: at('/audit') },
  { name: 'overview', isMain: true, open: at('/overview') },
  { name: 'not-found', open: at('/transactions/00000000-0000-4000-8000-000000000000') },
]

const PAYMENTS: readonly Scene[] = [
  {
    name: 'payment-authorized',
    isMain: true,
    open: (page) => openPayment(page, 'shown-authorized'),
  },
  { name: 'payment-partly-captured', open: (page) => openPayment(page, 'shown-partly') },
  { name: 'payment-captured', open: (page) => openPayment(page, 'shown-captured') },
  { name: 'result-done', isMain: true, open: (page) => openPayment(page, 'shown-done') },
  { name: 'result-refused', open: (page) => openPayment(page, 'shown-refused') },
  { name: 'result-checking', isMain: true, open: (page) => openPayment(page, 'shown-checking') },
  { name: 'result-pending', open: (page) => openPayment(page, 'shown-pending') },
  {
    name: 'operation-story',
    open: async (page) => {
      await page.goto('/operations')
      await page.locator('tbody tr a[href^="/operations/"]').first().click()
      await page.waitForURL(/\/operations\/[0-9a-f-]{36}/)
      await page.getByRole('heading', { level: 1 }).filter({ hasText: /\d/ }).waitFor()
    },
  },
]

const DIALOGS: readonly Scene[] = [
  { name: 'dialog-capture', isMain: true, open: (page) => openDialog(page, 'c') },
  {
    name: 'dialog-capture-lines',
    open: async (page) => chooseMode(await openDialog(page, 'c'), 'lines'),
  },
  {
    name: 'dialog-capture-amount',
    open: async (page) => chooseMode(await openDialog(page, 'c'), 'amount'),
  },
  { name: 'dialog-refund', open: (page) => openDialog(page, 'r') },
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
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('re')
      await page.getByRole('option').nth(3).waitFor()
    },
  },
  {
    name: 'shortcuts',
    open: async (page) => {
      await openPayment(page, 'shown-partly')
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
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

export const SCENES: readonly Scene[] = [...PAGES, ...PAYMENTS, ...DIALOGS]
